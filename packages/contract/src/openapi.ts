export interface OpenApiDocument {
  readonly openapi: string;
}
export function buildOpenApi(): OpenApiDocument {
  return { openapi: '3.1.0' };
}
