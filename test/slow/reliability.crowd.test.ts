import { testCrowd } from "../support/crowd-tests";

testCrowd(500, 50);
