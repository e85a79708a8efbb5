import { beforeAll, describe, expect, it, vi } from 'vitest';
import { openStorage, parseS3, StorageUnusable } from './open-storage.ts';

describe('parseS3', () => {
  it('reads bucket, region, endpoint and prefix', () => {
    expect(
      parseS3('s3://files?region=eu-west-1&endpoint=https://minio.example.edu:9000&prefix=easel'),
    ).toEqual({
      bucket: 'files',
      region: 'eu-west-1',
      endpoint: 'https://minio.example.edu:9000',
      prefix: 'easel/',
      pathStyle: true,
    });
    expect(parseS3('s3://files/some/where')).toMatchObject({ prefix: 'some/where/', pathStyle: false });
  });

  it.each(['s3://', 's3://b?regoin=x', 's3://b?endpoint=minio:9000', 's3:'])('refuses %s', (text) => {
    expect(() => parseS3(text)).toThrow(StorageUnusable);
  });
});

describe('openStorage', () => {
  // Without them the SDK goes looking in clouds.
  beforeAll(() => {
    vi.stubEnv('AWS_ACCESS_KEY_ID', 'id');
    vi.stubEnv('AWS_SECRET_ACCESS_KEY', 'secret');
    return () => vi.unstubAllEnvs();
  });

  it('says what it can’t use', async () => {
    await expect(openStorage('/dev/null/files')).rejects.toThrow(/^can't keep files in \/dev/);
    await expect(openStorage('s3://b?endpoint=http://127.0.0.1:1')).rejects.toThrow(
      /^can't keep files in s3/,
    );
  });
});
