import { testCrowd } from "../support/crowd-tests";

testCrowd(60, 20);
