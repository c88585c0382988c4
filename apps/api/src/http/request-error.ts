/** Why a request is refused before any procedure sees it, in words for whoever sent it. */
export type RequestError = Error & { readonly statusCode: number; readonly publicCode: string };

type Refusal = { readonly statusCode: number; readonly publicCode: string; readonly message: string };

export function createRequestError({ message, ...fields }: Refusal): RequestError {
  return Object.assign(new Error(message), fields);
}

export function isRequestError(error: Error): error is RequestError {
  return 'publicCode' in error && 'statusCode' in error;
}
