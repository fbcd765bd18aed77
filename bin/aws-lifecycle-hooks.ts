#!/usr/bin/env node
import "../src/start/check-node";
import { start } from "../src/start/start";

start(`${__dirname}/../dist`, require);
