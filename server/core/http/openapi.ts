import * as z from "zod/mini";
import type { Contract, Download, Endpoint, PublicData } from "@shared/core/endpoint";
import { commonErrors, type CommonErrorCode } from "@shared/core/errors";
import { API_PREFIX } from "./state";

type JsonObject = Record<string, unknown>;
type Schema = z.ZodMiniType;

const DESCRIPTION =
  "Answers are `{ data }` or `{ error: { code, message, fields?, existing?, requestId } }`. Money is in fen, days are " +
  "`YYYY-MM-DD` in Asia/Shanghai, instants are ISO 8601 in UTC.";

/** The OpenAPI 3.1 document of all contracts, from the schemas that the server itself parses with. */
export function buildOpenApi(contracts: readonly Contract[]): JsonObject {
  const paths: Record<string, JsonObject> = {};
  for (const contract of contracts) {
    for (const [operationId, endpoint] of Object.entries(contract.endpoints)) {
      const path = endpoint.path.replace(/:(\w+)/g, "{$1}");
      const operation = describeOperation({ contract, operationId, endpoint });
      paths[path] = { ...paths[path], [endpoint.method.toLowerCase()]: operation };
    }
  }
  for (const { name, publicData = {} } of contracts) {
    for (const [operationId, data] of Object.entries(publicData)) {
      const operation = describePublicData({ name, operationId, data });
      paths[data.path] = { get: operation };
    }
  }
  for (const { name, downloads = {} } of contracts) {
    for (const [operationId, download] of Object.entries(downloads)) {
      paths[download.path.replace(/:(\w+)/g, "{$1}")] = { get: describeDownload({ name, operationId, download }) };
    }
  }
  return {
    openapi: "3.1.0",
    info: { title: "Yike 一刻", version: "1", description: DESCRIPTION, license: { name: "MIT", identifier: "MIT" } },
    servers: [{ url: API_PREFIX }],
    tags: contracts.map(({ name }) => ({ name })),
    paths,
    components: {
      securitySchemes: { session: { type: "http", scheme: "bearer" } },
      schemas: { Error: errorSchema() },
    },
  };
}

interface Operation {
  readonly contract: Contract;
  readonly operationId: string;
  readonly endpoint: Endpoint;
}

function describeOperation({ contract, operationId, endpoint }: Operation): JsonObject {
  const parameters = [
    ...parametersOf("path", endpoint.params),
    ...parametersOf("query", endpoint.query),
    ...(endpoint.keyed ? [idempotencyKey] : []),
  ];
  return {
    operationId,
    summary: endpoint.summary,
    tags: [contract.name],
    security: endpoint.access === "public" ? [{}, { session: [] }] : [{ session: [] }],
    ...(parameters.length > 0 ? { parameters } : {}),
    ...describeBody(endpoint),
    responses: {
      [endpoint.keyed ? "201" : "200"]: {
        description: "Done",
        content: json({
          type: "object",
          properties: { data: toSchema(endpoint.response, "output") },
          required: ["data"],
        }),
      },
      ...errorResponses({ contract, endpoint }),
    },
  };
}

function describeBody({ body, upload }: Endpoint): JsonObject {
  const described = body ? toSchema(body, "input") : undefined;
  if (!upload) return described ? { requestBody: { required: true, content: json(described) } } : {};
  const mediaTypes = upload.mediaTypes.join(", ");
  const file = { type: "string", format: "binary", description: `${mediaTypes}; at most ${upload.maxBytes} bytes` };
  const beside = { type: "string", contentMediaType: "application/json", contentSchema: described };
  const properties = { ...(described ? { body: beside } : {}), file };
  const schema = { type: "object", properties, required: Object.keys(properties), additionalProperties: false };
  return { requestBody: { required: true, content: { "multipart/form-data": { schema } } } };
}

interface PublicOperation {
  readonly name: string;
  readonly operationId: string;
  readonly data: PublicData;
}

function describePublicData({ name, operationId, data }: PublicOperation): JsonObject {
  const about = Object.fromEntries(Object.entries(data.about).map(([key, words]) => [key, { const: words }]));
  const properties = { ...about, contents: { type: "array", items: toSchema(data.row, "output") } };
  const schema = { type: "object", properties, required: Object.keys(properties) };
  return {
    operationId,
    summary: data.summary,
    tags: [name],
    security: [{}],
    responses: {
      "200": { description: "All rows", content: json(schema) },
      "304": { description: "The version named in If-None-Match still holds" },
      "429": { description: "slow_down", content: json({ $ref: "#/components/schemas/Error" }) },
    },
  };
}

interface DownloadOperation {
  readonly name: string;
  readonly operationId: string;
  readonly download: Download;
}

function describeDownload({ name, operationId, download }: DownloadOperation): JsonObject {
  const parameters = [...parametersOf("path", download.params), ...parametersOf("query", download.query)];
  return {
    operationId,
    summary: download.summary,
    tags: [name],
    security: [{ session: [] }],
    parameters,
    responses: {
      "200": { description: "The table", content: { "text/csv": { schema: { type: "string" } } } },
      ...Object.fromEntries(
        Object.entries({ 401: "sign_in_required", 403: "forbidden", 404: "not_found", 429: "slow_down" }).map(
          ([status, description]) => [status, { description, content: json({ $ref: "#/components/schemas/Error" }) }],
        ),
      ),
    },
  };
}

const json = (schema: unknown): JsonObject => ({ "application/json": { schema } });

function toSchema(schema: Schema, io: "input" | "output"): JsonObject {
  const { $schema: _, ...described } = z.toJSONSchema(schema, { io, unrepresentable: "any" });
  return described;
}

const idempotencyKey = {
  name: "Idempotency-Key",
  in: "header",
  required: true,
  description: "Made once per intended change, repeated on each retry; a UUID.",
  schema: { type: "string", minLength: 16, maxLength: 255 },
};

function parametersOf(place: "path" | "query", schema: Schema | undefined): JsonObject[] {
  if (!schema) return [];
  const { properties = {}, required = [] } = toSchema(schema, "input") as {
    properties?: JsonObject;
    required?: string[];
  };
  return Object.entries(properties).map(([name, described]) => ({
    name,
    in: place,
    required: required.includes(name),
    schema: described,
  }));
}

/** Codes that this endpoint can answer with, grouped by status. */
function errorResponses({ contract, endpoint }: Omit<Operation, "operationId">): JsonObject {
  const definitions = { ...commonErrors, ...contract.errors };
  const codes = [...commonCodesOf(endpoint), ...(endpoint.errors ?? [])];
  const byStatus = new Map<number, string[]>();
  for (const code of codes) {
    const status = definitions[code as CommonErrorCode].status;
    byStatus.set(status, [...(byStatus.get(status) ?? []), code]);
  }
  return Object.fromEntries(
    [...byStatus].map(([status, group]) => [
      String(status),
      { description: group.join(", "), content: json({ $ref: "#/components/schemas/Error" }) },
    ]),
  );
}

function commonCodesOf(endpoint: Endpoint): CommonErrorCode[] {
  return [
    "malformed",
    "invalid_request",
    "slow_down",
    "internal",
    "try_again",
    ...(endpoint.method === "POST" ? (["too_large"] as const) : []),
    ...(endpoint.method === "POST" && !endpoint.upload ? (["json_only"] as const) : []),
    ...(endpoint.upload ? (["file_too_large", "file_only"] as const) : []),
    ...(endpoint.access === "signed-in" ? (["sign_in_required", "forbidden", "not_found"] as const) : []),
    ...(endpoint.keyed ? (["key_required", "key_reused", "in_progress"] as const) : []),
  ];
}

function errorSchema(): JsonObject {
  const text = { type: "string" };
  const field = { type: "object", properties: { path: text, message: text }, required: ["path", "message"] };
  const error = {
    type: "object",
    properties: { code: text, message: text, fields: { type: "array", items: field }, existing: text, requestId: text },
    required: ["code", "message", "requestId"],
  };
  return { type: "object", properties: { error }, required: ["error"] };
}
