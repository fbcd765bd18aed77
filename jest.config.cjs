/** Tests run from TypeScript by swc; packages that ship ES modules only go through it too. */
module.exports = {
  testEnvironment: "node",
  testMatch: ["<rootDir>/test/**/*.test.ts"],
  testPathIgnorePatterns: ["/node_modules/", "/test/slow/"],
  transform: {
    "\\.[mc]?[jt]s$": [
      "@swc/jest",
      { jsc: { target: "es2023", parser: { syntax: "typescript" } }, module: { type: "commonjs" } },
    ],
  },
  // what the build makes bundles of, by the names that the code loads them by
  moduleNameMapper: { "^\\./(operation-.+)\\.js$": "<rootDir>/src/generated/$1.js" },
  transformIgnorePatterns: ["/node_modules/(?!(chalk|get-east-asian-width)/)", "/dist/"],
  maxWorkers: "100%",
  testTimeout: 30000,
};
