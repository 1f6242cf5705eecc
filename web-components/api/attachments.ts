import { post, query, type Answered } from './request.ts';

export interface Attachment {
  id: string;
  name: string;
  type: string;
  bytes: number;
}

/** Sends one file about a family; the answer is kept by its id. */
export function sendFile(file: File, family?: string): Promise<Answered<Attachment>> {
  const body = new FormData();
  body.append('file', file);
  return post(`/attachments${query({ case: family })}`, body);
}
