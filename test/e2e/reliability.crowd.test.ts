import { testCrowd } from "../support/crowd-tests";

testCrowd(40, 20);
