import {
  DeleteObjectCommand,
  GetObjectCommand,
  HeadObjectCommand,
  NoSuchKey,
  NotFound,
  PutObjectCommand,
  type S3Client,
} from "@aws-sdk/client-s3";
import { getSignedUrl } from "@aws-sdk/s3-request-presigner";
import type { Archive, Saving } from "../ports.ts";
import { refuseBadKey } from "./archive-key.ts";
import { attachmentNamed } from "./content-disposition.ts";

/** Objects of one S3 bucket. Needs `s3:ListBucket` too: without it S3 answers 403 for a key that is not there. */
export class S3Archive implements Archive {
  readonly #client: S3Client;
  readonly #bucket: string;

  constructor(options: { readonly client: S3Client; readonly bucket: string }) {
    this.#client = options.client;
    this.#bucket = options.bucket;
  }

  async put(key: string, bytes: Uint8Array): Promise<void> {
    refuseBadKey(key);
    await this.#client.send(new PutObjectCommand({ Bucket: this.#bucket, Key: key, Body: bytes }));
  }

  async get(key: string): Promise<Uint8Array | undefined> {
    refuseBadKey(key);
    try {
      const { Body } = await this.#client.send(new GetObjectCommand({ Bucket: this.#bucket, Key: key }));
      return Body === undefined ? new Uint8Array() : await Body.transformToByteArray();
    } catch (error) {
      if (error instanceof NoSuchKey) return undefined;
      throw error;
    }
  }

  /** The bucket keeps versions: the bytes themselves go when its rule for earlier versions says so. */
  async delete(key: string): Promise<void> {
    refuseBadKey(key);
    await this.#client.send(new DeleteObjectCommand({ Bucket: this.#bucket, Key: key }));
  }

  /**
   * Presigned with the rights of this function, so it ends with those too
   * (https://docs.aws.amazon.com/AmazonS3/latest/userguide/using-presigned-url.html).
   */
  async link(key: string, { name, seconds }: Saving): Promise<string | undefined> {
    refuseBadKey(key);
    const object = { Bucket: this.#bucket, Key: key };
    try {
      await this.#client.send(new HeadObjectCommand(object));
    } catch (error) {
      if (error instanceof NotFound) return undefined;
      throw error;
    }
    const asked = new GetObjectCommand({
      ...object,
      ResponseContentDisposition: attachmentNamed(name),
      ResponseContentType: "application/octet-stream",
      ResponseCacheControl: "no-store",
    });
    return getSignedUrl(this.#client, asked, { expiresIn: seconds });
  }
}
