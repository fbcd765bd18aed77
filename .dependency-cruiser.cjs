/** The rooms of src/ and what each may ask of another: docs in CONTRIBUTING.md. */
module.exports = {
  forbidden: [
    {
      name: "no-cycles",
      severity: "error",
      from: {},
      to: { circular: true, viaOnly: { dependencyTypesNot: ["type-only"] } },
    },
    {
      name: "rooms-share-types-and-failure-only",
      severity: "error",
      from: { path: "^src/([^/]+)/", pathNot: "^src/(generated|start|ways|lambda)/" },
      to: {
        path: "^src/",
        pathNot: [
          "^src/$1/",
          "^src/types[.]ts$",
          "^src/(python|failure|io|operations|config-file|sdk|transport|generated)/",
        ],
      },
    },
    {
      name: "models-are-facts",
      severity: "error",
      from: { path: "^models/" },
      to: { pathNot: "^src/operations/(model|shape)[.]ts$" },
    },
    {
      name: "operations-alone-read-models",
      severity: "error",
      from: { path: "^(src|bin)/", pathNot: "^src/(operations|generated)/" },
      to: { path: "^models/" },
    },
    {
      name: "product-code-knows-no-tests",
      severity: "error",
      from: { path: "^(src|bin|models)/" },
      to: { path: "^(test|scripts)/" },
    },
  ],
  options: {
    tsPreCompilationDeps: true,
    doNotFollow: { path: "node_modules" },
    exclude: { path: "^dist/" },
    tsConfig: { fileName: "tsconfig.json" },
  },
};
