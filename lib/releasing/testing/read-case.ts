import { v7 as uuidv7 } from "uuid";
import type { PrismaClient } from "@/lib/db/generated/client";
import { builder, text } from "./build-case";

/** A CT case that one reader read: an accepted caption, an edited finding, a rejected discussion, an added question. */
export async function readCase(db: PrismaClient) {
  const make = builder(db);
  const project = await make.project();
  const reader = await make.reader();
  const made = await make.case(project.id, { pictures: ["ct", "png"] });
  const image = made.images[0] ?? { id: "", instanceId: "" };
  const caption = await make.draft(made.id, "caption", image.id, text("CT: a mass."));
  const findings = await make.draft(made.id, "findings", null, text("One mass."), false);
  const discussion = await make.draft(made.id, "discussion", null, text("Benign."));
  const reading = await make.reading(made.id, reader);
  await make.accept(reading, caption);
  const qa = {
    question: "Is there a <image> mass?",
    options: ["Yes", "No"],
    answerIndexes: [0],
    answer: "Yes",
    reasoning: "",
  };
  const addedId = uuidv7();
  await db.decision.createMany({
    data: [
      { readingId: reading, revision: 2, kind: "edit", ...findings, result: text("One mass!") },
      { readingId: reading, revision: 3, kind: "reject", ...discussion, reasons: ["unsupported"], note: "" },
      {
        readingId: reading,
        revision: 4,
        kind: "added",
        id: addedId,
        textKind: "qa",
        imageId: image.id,
        result: { form: "qa", qa },
      },
    ],
  });
  const region = {
    readingId: reading,
    revision: 5,
    instanceId: image.instanceId,
    frame: 1,
    kind: "rectangle",
    label: "mass",
    renderer: "webgl",
  };
  await db.region.createMany({
    data: [
      {
        ...region,
        id: uuidv7(),
        points: [
          [2, 1],
          [6, 1],
          [6, 3],
          [2, 3],
        ],
        worldPoints: [[1, 2, 3]],
      },
      {
        ...region,
        id: uuidv7(),
        points: [
          [0, 0],
          [1, 0],
          [1, 1],
          [0, 1],
        ],
        deletedAt: new Date(),
      },
    ],
  });
  return { make, project, reader, made, image, caption, findings, discussion, addedId };
}
