import type { GenerationSettings } from "../../schema";
import type { Endpoint } from "../../types/model";

/** What the environment of the server says about its endpoint. */
export interface EndpointEnvironment {
  readonly baseUrl: string | undefined;
  readonly apiKey: string | undefined;
  readonly model: string | undefined;
  /** "1": the endpoint of `baseUrl` is inside the house. */
  readonly local: string | undefined;
}

/** What the variables of the environment are called, for sentences about them. */
export interface EndpointNames {
  readonly baseUrl: string;
  readonly model: string;
  readonly apiKey: string;
}

const modelNames: EndpointNames = {
  baseUrl: "MODEL_BASE_URL",
  model: "MODEL_NAME",
  apiKey: "MODEL_API_KEY",
};

/** What the variables MODEL_BASE_URL, MODEL_API_KEY, MODEL_NAME and MODEL_LOCAL say. */
export const endpointEnvironment = (
  variables: Readonly<Record<string, string | undefined>>,
): EndpointEnvironment => ({
  baseUrl: variables.MODEL_BASE_URL,
  apiKey: variables.MODEL_API_KEY,
  model: variables.MODEL_NAME,
  local: variables.MODEL_LOCAL,
});

export type FoundEndpoint =
  | {
      readonly ok: true;
      readonly endpoint: Endpoint;
      readonly model: string;
      readonly origin: string;
      readonly local: boolean;
    }
  | { readonly ok: false; readonly reason: "none" | "unusable"; readonly sentence: string };

const loopback = /^(?:localhost|127(?:\.\d{1,3}){3}|\[::1\])$/;

/**
 * The endpoint of a project: its own address, else the server's. The key goes only to the origin that the server's
 * environment names it for, so that nobody who changes a project's address can have it sent elsewhere.
 */
export function findEndpoint(
  settings: Pick<GenerationSettings, "baseUrl" | "model" | "localOrigins" | "timeoutSeconds">,
  environment: EndpointEnvironment,
  names: EndpointNames = modelNames,
): FoundEndpoint {
  const address = settings.baseUrl ?? environment.baseUrl;
  const model = settings.model ?? environment.model;
  if (!address)
    return {
      ok: false,
      reason: "none",
      sentence: `No model endpoint is set. Set ${names.baseUrl} and ${names.model}, or baseUrl and model in the project.`,
    };
  const url = addressOf(address);
  const unusable = (sentence: string) => ({ ok: false, reason: "unusable", sentence }) as const;
  if (!url) return unusable(`"${address}" is not the address of an endpoint, such as https://host/v1.`);
  if (url.username || url.password || url.search)
    return unusable(
      `The endpoint's address must hold no user, password or query; the key is ${names.apiKey}.`,
    );
  if (!model) return unusable(`No model is named. Set ${names.model}, or model in the project.`);
  const { origin } = url;
  const servers = environment.baseUrl ? addressOf(environment.baseUrl)?.origin : undefined;
  const local = settings.localOrigins.includes(origin) || (environment.local === "1" && servers === origin);
  if (url.protocol === "http:" && !local && !loopback.test(url.hostname))
    return unusable(
      `${origin} is neither https nor marked as local: what is sent there could be read on the way.`,
    );
  return {
    ok: true,
    model,
    origin,
    local,
    endpoint: {
      baseUrl: url.href.replace(/\/$/, ""),
      apiKey: servers === origin ? environment.apiKey || null : null,
      timeoutMs: settings.timeoutSeconds * 1000,
    },
  };
}

function addressOf(address: string): URL | null {
  const url = URL.canParse(address) ? new URL(address) : null;
  return url && /^https?:$/.test(url.protocol) ? url : null;
}
