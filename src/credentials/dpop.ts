import { createPrivateKey, createPublicKey, randomUUID, sign } from "node:crypto";

/**
 * A proof that a request is made by the holder of a private key (DPoP, RFC 9449): a token for one POST to `url`, signed
 * with an EC key on P-256 in PEM form. Throws if the text is not such a key.
 */
export function prove(pem: string, url: string): string {
  const key = createPrivateKey(pem);
  const { kty, crv, x, y } = createPublicKey(key).export({ format: "jwk" });
  const header = { typ: "dpop+jwt", alg: "ES256", jwk: { kty, crv, x, y } };
  const claims = { htm: "POST", htu: url, iat: Math.floor(Date.now() / 1000), jti: randomUUID() };
  const signed = [header, claims].map((part) => Buffer.from(JSON.stringify(part)).toString("base64url")).join(".");
  const signature = sign("sha256", Buffer.from(signed), { key, dsaEncoding: "ieee-p1363" });
  return `${signed}.${signature.toString("base64url")}`;
}
