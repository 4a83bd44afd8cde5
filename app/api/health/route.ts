import { openDoor } from "@/app/api/_door/door";
import { json, problem } from "@/app/api/_door/problem";
import { databaseAnswers } from "@/lib/cases/data/health";

export const dynamic = "force-dynamic";

/** 200 while requests can be served, else 503. Open to everybody, so it says nothing else. */
export const GET = openDoor(async () =>
  (await databaseAnswers()) ? json({ ok: true }) : problem("unavailable"),
);
