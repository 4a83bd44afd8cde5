/** The house rules: who may import whom. `docs/architecture.md` draws them. */
const rooms = "^lib/(?!core/|db/)([^/]+)/";
module.exports = {
  forbidden: [
    {
      name: "no-cycles",
      severity: "error",
      from: {},
      to: { circular: true, viaOnly: { dependencyTypesNot: ["type-only"] } },
    },
    {
      name: "core-is-pure",
      severity: "error",
      from: { path: "^lib/core/", pathNot: "\\.test\\.ts$" },
      to: { path: "^(lib/(?!core/)|app/|components/|cli/|node:|fs|path$)" },
    },
    {
      name: "prisma-in-data-and-mutations-only",
      severity: "error",
      from: {
        path: "^(lib|app|components|cli)/",
        pathNot:
          "^lib/db/|^lib/[^/]+/(data|mutations)(\\.ts|/)|\\.test\\.ts$|^cli/(main\\.ts|serve\\.ts|migration\\.mjs)$",
      },
      to: { path: "^lib/db/(client|generated)|@prisma/", dependencyTypesNot: ["type-only"] },
    },
    {
      name: "cornerstone-in-viewer-only",
      severity: "error",
      from: { path: "^(lib|app|components|cli)/", pathNot: "^components/viewer/" },
      to: { path: "@cornerstonejs/(core|tools|dicom-image-loader|adapters)" },
    },
    {
      name: "next-auth-in-auth-only",
      severity: "error",
      from: { path: "^(lib|app|components|cli)/", pathNot: "^lib/auth/" },
      to: { path: "node_modules/next-auth" },
    },
    {
      name: "openai-in-providers-only",
      severity: "error",
      from: { path: "^(lib|app|components|cli)/", pathNot: "^lib/drafting/providers/" },
      to: { path: "node_modules/openai" },
    },
    {
      name: "components-use-the-closed-list",
      severity: "error",
      from: { path: "^components/", pathNot: "\\.test\\.tsx?$" },
      to: {
        path: rooms,
        pathNot:
          "^lib/[^/]+/(schema|types|rules|permissions|actions)(\\.ts$|/)|^lib/drafting/consistency/(types\\.ts$|rules/)",
      },
    },
    {
      name: "lib-knows-no-screens",
      severity: "error",
      from: { path: "^lib/" },
      to: { path: "^(app|components|cli)/" },
    },
    {
      name: "components-know-no-doors",
      severity: "error",
      from: { path: "^components/" },
      to: { path: "^(app|cli|prisma)/" },
    },
    {
      name: "ui-knows-no-medicine",
      severity: "error",
      from: { path: "^components/ui/" },
      to: { path: "^(lib/(?!core/)|components/(?!ui/))" },
    },
    {
      name: "nobody-needs-benches",
      severity: "error",
      from: { path: "^(lib|app|components|cli|prisma)/" },
      to: { path: "^bench/" },
    },
    {
      name: "benches-look-from-outside",
      severity: "error",
      from: { path: "^bench/", pathNot: "^bench/(room|retrieval|pixels/ours)\\.mjs$" },
      to: { path: "^(lib|app|components|cli|prisma)/|@prisma/" },
    },
    {
      name: "app-has-no-database",
      severity: "error",
      from: { path: "^app/", pathNot: "\\.test\\.ts$" },
      to: { path: "^lib/db/" },
    },
  ],
  options: {
    doNotFollow: { path: "node_modules" },
    exclude: { path: "^lib/db/generated|\\.next/" },
    tsConfig: { fileName: "tsconfig.json" },
    tsPreCompilationDeps: true,
    enhancedResolveOptions: {
      exportsFields: ["exports"],
      conditionNames: ["import", "require", "node", "default", "types"],
    },
  },
};
