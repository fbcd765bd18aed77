#!/usr/bin/env node
import { openBundles } from "../src/start/bundles";
import { start } from "../src/start/start";

start(openBundles(`${__dirname}/../dist`, require));
