import "reflect-metadata"; // @peculiar/x509 does not start without it
import { webcrypto } from "node:crypto";
import {
  AuthorityKeyIdentifierExtension,
  BasicConstraintsExtension,
  ExtendedKeyUsageExtension,
  KeyUsageFlags,
  KeyUsagesExtension,
  SubjectAlternativeNameExtension,
  SubjectKeyIdentifierExtension,
  X509CertificateGenerator,
  type X509Certificate,
} from "@peculiar/x509";

/** A server's key and certificate, and the authority that signed it, all PEM. */
export interface Certificates {
  readonly authority: string;
  readonly key: string;
  readonly certificate: string;
}

const algorithm = { name: "ECDSA", namedCurve: "P-256", hash: "SHA-256" };
const validity = { notBefore: new Date(Date.now() - 86_400_000), notAfter: new Date(Date.now() + 86_400_000) };

/** A name or an address that a certificate is for. */
export interface CertifiedName {
  readonly type: "dns" | "ip";
  readonly value: string;
}

/** The names in the stand-in's certificate, if no others are asked for. */
const usualNames: readonly CertifiedName[] = [
  { type: "dns", value: "localhost" },
  { type: "ip", value: "127.0.0.1" },
  { type: "dns", value: "codedeploy.us-east-1.amazonaws.com" },
  { type: "dns", value: "autoscaling.us-east-1.amazonaws.com" },
];

interface Authority {
  readonly keys: webcrypto.CryptoKeyPair;
  readonly certificate: X509Certificate;
}

let authority: Promise<Authority> | undefined;
const made = new Map<readonly CertifiedName[], Promise<Certificates>>();

/** A certificate for these names from a private authority, which is made once a process. */
export function certificates(names: readonly CertifiedName[] = usualNames): Promise<Certificates> {
  const found = made.get(names) ?? certify(names);
  made.set(names, found);
  return found;
}

async function makeAuthority(): Promise<Authority> {
  const keys = await generateKeys();
  const certificate = await X509CertificateGenerator.createSelfSigned({
    ...validity,
    name: "CN=Stand-in authority",
    keys,
    signingAlgorithm: algorithm,
    extensions: [
      new BasicConstraintsExtension(true, 0, true),
      new KeyUsagesExtension(KeyUsageFlags.keyCertSign | KeyUsageFlags.cRLSign, true),
      await SubjectKeyIdentifierExtension.create(keys.publicKey),
    ],
  });
  return { keys, certificate };
}

async function certify(names: readonly CertifiedName[]): Promise<Certificates> {
  const signer = await (authority ??= makeAuthority());
  const keys = await generateKeys();
  const certificate = await X509CertificateGenerator.create({
    ...validity,
    subject: "CN=Stand-in",
    issuer: signer.certificate.subject,
    publicKey: keys.publicKey,
    signingKey: signer.keys.privateKey,
    signingAlgorithm: algorithm,
    extensions: [
      new BasicConstraintsExtension(false, undefined, true),
      new KeyUsagesExtension(KeyUsageFlags.digitalSignature, true),
      new ExtendedKeyUsageExtension(["1.3.6.1.5.5.7.3.1"]),
      new SubjectAlternativeNameExtension(names.map(({ type, value }) => ({ type, value }))),
      await SubjectKeyIdentifierExtension.create(keys.publicKey),
      await AuthorityKeyIdentifierExtension.create(signer.keys.publicKey),
    ],
  });
  return {
    authority: signer.certificate.toString("pem"),
    key: await privatePem(keys),
    certificate: certificate.toString("pem"),
  };
}

function generateKeys(): Promise<webcrypto.CryptoKeyPair> {
  return webcrypto.subtle.generateKey(algorithm, true, ["sign", "verify"]);
}

async function privatePem({ privateKey }: webcrypto.CryptoKeyPair): Promise<string> {
  const der = Buffer.from(await webcrypto.subtle.exportKey("pkcs8", privateKey));
  return `-----BEGIN PRIVATE KEY-----\n${der.toString("base64")}\n-----END PRIVATE KEY-----\n`;
}
