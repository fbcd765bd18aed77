import { mkdir, writeFile } from "node:fs/promises";
import path from "node:path";
import { gzipSync } from "node:zlib";

/** Writes JSON files below a folder: name -> content. A file whose name ends in `.gz` is compressed. */
export async function writeJsonFiles(folder: string, files: Readonly<Record<string, unknown>>): Promise<void> {
  for (const [name, value] of Object.entries(files)) {
    const file = path.join(folder, name);
    const text = JSON.stringify(value);
    await mkdir(path.dirname(file), { recursive: true });
    await writeFile(file, name.endsWith(".gz") ? gzipSync(text) : text);
  }
}

const about = { documentation: "<p>Prose that no model keeps.</p>" };

/** A service of the JSON protocol with every kind of value, in the form of botocore's service-2.json. */
export const lettersApi = {
  version: "2.0",
  metadata: {
    apiVersion: "2021-02-03",
    endpointPrefix: "letters",
    jsonVersion: "1.1",
    protocol: "json",
    serviceFullName: "Letters of the World",
    serviceId: "Letters",
    signatureVersion: "v4",
    signingName: "post",
    targetPrefix: "Letters_20210203",
    uid: "letters-2021-02-03",
  },
  operations: {
    ListLetters: {
      name: "ListLetters",
      http: { method: "POST", requestUri: "/" },
      input: { shape: "ListLettersInput", ...about },
      output: { shape: "ListLettersOutput" },
      errors: [{ shape: "NoSuchBoxException" }, { shape: "BoxFault" }],
      ...about,
    },
    BurnLetters: { name: "BurnLetters", http: { method: "POST", requestUri: "/" } },
    SealLetter: { name: "SealLetter", input: { shape: "SealLetterInput" } },
  },
  shapes: {
    ListLettersInput: {
      type: "structure",
      members: {
        box: { shape: "BoxName", ...about },
        token: { shape: "Token" },
        most: { shape: "Most" },
        sorts: { shape: "Sorts" },
      },
      required: ["box"],
      ...about,
    },
    ListLettersOutput: {
      type: "structure",
      members: {
        letters: { shape: "Letters" },
        token: { shape: "Token" },
        hasMore: { shape: "Boolean" },
        owner: { shape: "Secret" },
      },
    },
    BoxName: { type: "string", min: 1, max: 10, pattern: "[\\w\\-]+", ...about },
    Token: { type: "string" },
    Most: { type: "integer", box: true, min: 1, max: 100 },
    Sorts: { type: "list", member: { shape: "Sort", ...about }, min: 1, max: 2 },
    Sort: { type: "string", enum: ["Card", "Bill"] },
    Letters: { type: "list", member: { shape: "Letter" } },
    Letter: {
      type: "structure",
      members: {
        id: { shape: "Id" },
        weight: { shape: "Weight" },
        sent: { shape: "Time" },
        sorts: { shape: "Sorts" },
        stamps: { shape: "Stamps" },
        more: { shape: "Anything" },
        answers: { shape: "Letters" },
        sender: { shape: "Person" },
      },
      required: ["id", "weight"],
    },
    Id: { type: "long" },
    Weight: { type: "double", min: 0 },
    Time: { type: "timestamp" },
    Stamps: { type: "map", key: { shape: "Token" }, value: { shape: "Weight" } },
    Anything: { type: "structure", members: {}, document: true },
    Person: { type: "structure", members: { name: { shape: "Token" } }, sensitive: true },
    Boolean: { type: "boolean" },
    Secret: { type: "string", sensitive: true },
    NoSuchBoxException: { type: "structure", members: {}, exception: true },
    BoxFault: { type: "structure", members: {}, error: { httpStatusCode: 503 }, exception: true, fault: true },
    SealLetterInput: { type: "structure", members: { seal: { shape: "Seal" } } },
    Seal: { type: "blob" },
  },
};

/** A service of the Query protocol, whose lists and errors have names of their own on the wire. */
export const stampsApi = {
  metadata: {
    apiVersion: "2010-05-06",
    endpointPrefix: "stamps",
    protocol: "query",
    serviceId: "Stamp Album",
    xmlNamespace: "http://stamps.example/doc/2010-05-06/",
  },
  operations: {
    DescribeStamps: {
      name: "DescribeStamps",
      output: { shape: "DescribeStampsAnswer", resultWrapper: "DescribeStampsResult" },
      errors: [{ shape: "AlbumBusyFault" }],
    },
  },
  shapes: {
    DescribeStampsAnswer: {
      type: "structure",
      members: { Stamps: { shape: "StampNames", locationName: "Stamp" } },
      required: ["Stamps"],
    },
    StampNames: { type: "list", member: { shape: "StampName", locationName: "item" } },
    StampName: { type: "string" },
    AlbumBusyFault: {
      type: "structure",
      members: {},
      error: { code: "AlbumBusy", httpStatusCode: 500, senderFault: true },
      exception: true,
    },
  },
};
