import { afterAll, beforeAll } from "vitest";
import { type ServerMode, startModelServer } from "./model-server";

type ModelServer = Awaited<ReturnType<typeof startModelServer>>;

/** A model server for the tests of a file. Call at the top of the file; it is there from `beforeAll` on. */
export function testModelServer(first: readonly ServerMode[]): Omit<ModelServer, "stop"> {
  const box: { server?: ModelServer } = {};
  const server = (): ModelServer => {
    if (!box.server) throw new Error("the model server is ready only inside tests");
    return box.server;
  };
  beforeAll(async () => {
    box.server = await startModelServer(first);
  });
  afterAll(() => box.server?.stop());
  return {
    get baseUrl() {
      return server().baseUrl;
    },
    get seen() {
      return server().seen;
    },
    open: () => server().open(),
    mostOpen: () => server().mostOpen(),
    play: (modes) => server().play(modes),
  };
}
