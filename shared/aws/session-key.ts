import { GetSecretValueCommand, type SecretsManagerClient } from "@aws-sdk/client-secrets-manager";

/** The secret has no text that could be a key: it was emptied by hand. */
class NoSessionKey extends Error {
  override readonly name = "NoSessionKey";
}

/** Characters of the generated secret: far more than 256 bits of chance. */
const leastCharacters = 44;

/** Reads the key of desk sessions from AWS Secrets Manager; `secretId` is its ARN. @throws when it cannot be read. */
export async function readSessionKey(client: SecretsManagerClient, secretId: string): Promise<Uint8Array> {
  const { SecretString = "" } = await client.send(new GetSecretValueCommand({ SecretId: secretId }));
  if (SecretString.length < leastCharacters) throw new NoSessionKey("The key of desk sessions is too short.");
  return Buffer.from(SecretString);
}
