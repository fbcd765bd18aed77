import { faults } from "../../support/faults/run";
import { testFaults } from "../../support/faults/tests";

testFaults(faults.filter(({ isSlow }) => isSlow));
