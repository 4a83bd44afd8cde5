import { draftProject } from "@/lib/drafting/mutations/draft-project";
import { setGenerationSettings } from "@/lib/drafting/mutations/generation-settings";
import { storeDocuments } from "@/lib/retrieval/mutations/store-documents";
import { testDocument } from "@/lib/retrieval/testing/document";
import { addPerson, addWordless, type Person, type Stage, storePicture } from "./stage";

/** Two guidelines and two cases that answer to the case, and a guideline that only a search of a person's own finds. */
const libraryWith = (pictureKey: string) => [
  testDocument("renal", "# Cysts\nA cyst of the kidney on CT is simple where its wall is thin.", {
    title: "Cysts of the kidney",
    source: "Drawn guidelines",
  }),
  testDocument("contrast", "# Kidney\nA CT of the kidney wants contrast \u202eand a pause.", {
    title: "Contrast for the kidney",
    source: "Drawn guidelines",
  }),
  ...["one", "two"].map((name) =>
    testDocument(name, "# Findings\nA drawn cyst of the kidney on CT.", {
      kind: "case",
      title: `Cyst, case ${name}`,
      source: "Drawn cases",
      groupKey: name,
      pictureKey,
    }),
  ),
  testDocument("spleen", "# Size\nAn enlarged spleen is longer than thirteen centimetres.", {
    title: "Size of the spleen",
    source: "Drawn guidelines",
  }),
];

/** A case whose caption a model wrote from its picture and four documents, and two readers of it. */
export async function addRetrieved(stage: Stage, name: string, baseUrl: string) {
  const { project, caseIds } = await addWordless(stage, name, 1);
  const [caseId = ""] = caseIds;
  await storeDocuments(project.id, libraryWith(await storePicture()));
  const settings = await setGenerationSettings(project.slug, { baseUrl, model: "test-model" }, null);
  const drafted = await draftProject({
    slug: project.slug,
    number: null,
    steps: ["caption"],
    method: null,
    environment: { baseUrl: undefined, apiKey: undefined, model: undefined, local: undefined },
    signal: new AbortController().signal,
    log: () => {},
  });
  if (!settings.ok || !drafted.ok || drafted.report.drafted !== 1) throw new Error(JSON.stringify(drafted));
  const readers: Person[] = [];
  for (const who of ["one", "two"])
    readers.push(await addPerson(stage, `${name} ${who}`, [{ project, role: "reader" }]));
  const [one, two] = readers;
  if (!one || !two) throw new Error("no readers");
  return { project, caseId, one, two };
}
