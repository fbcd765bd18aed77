#!/usr/bin/env node
import { start } from "../src/start/start";

start(`${__dirname}/../dist`, require);
