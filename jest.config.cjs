/** Tests run from TypeScript by swc; packages that ship ES modules only go through it too. */
module.exports = {
  testEnvironment: "node",
  testMatch: ["<rootDir>/test/**/*.test.ts"],
  testPathIgnorePatterns: ["/node_modules/", "/test/slow/"],
  transform: { "\\.[mc]?[jt]s$": "<rootDir>/scripts/jest-transform.mjs" },
  moduleNameMapper: {
    // what the build makes bundles of, by the names that the code loads them by
    "^\\./(operation-.+)\\.js$": "<rootDir>/src/generated/$1.js",
    // what the build rewrites (scripts/jmespath-numbers.mjs)
    "^@aws-lambda-powertools/commons/typeutils$": "<rootDir>/src/output/query-types.ts",
    "^@aws-lambda-powertools/jmespath$": "<rootDir>/node_modules/@aws-lambda-powertools/jmespath/lib/esm/index.js",
    "^@aws-lambda-powertools/jmespath/functions$":
      "<rootDir>/node_modules/@aws-lambda-powertools/jmespath/lib/esm/PowertoolsFunctions.js",
  },
  transformIgnorePatterns: ["/node_modules/(?!(chalk|get-east-asian-width|@aws-lambda-powertools)/)", "/dist/"],
  maxWorkers: "100%",
  // a guard against tests that hang, on a machine that may be busy
  testTimeout: 900_000,
};
