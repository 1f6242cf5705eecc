/** Longest side of a picture that is sent, in pixels; and how many bytes it may have. */
const longest = 1600;
const mostBytes = 4 * 1024 * 1024;

export type Prepared = { file: File } | { problem: 'unreadable' | 'too-large' };

/**
 * A photograph as it is sent: drawn anew, so that it is smaller and carries neither the place nor the camera it came
 * from.
 */
export async function smallerPicture(file: File): Promise<Prepared> {
  const picture = await createImageBitmap(file).catch(() => undefined);
  if (!picture) return { problem: 'unreadable' };
  const scale = Math.min(1, longest / Math.max(picture.width, picture.height));
  const canvas = document.createElement('canvas');
  canvas.width = Math.max(1, Math.round(picture.width * scale));
  canvas.height = Math.max(1, Math.round(picture.height * scale));
  const paper = canvas.getContext('2d');
  if (!paper) return { problem: 'unreadable' };
  paper.fillStyle = '#fff';
  paper.fillRect(0, 0, canvas.width, canvas.height);
  paper.drawImage(picture, 0, 0, canvas.width, canvas.height);
  picture.close();
  const name = `${file.name.replace(/\.[^.]*$/, '') || 'picture'}.jpg`;
  return asFile(canvas, name, 'image/jpeg');
}

/** What is on a canvas, as a file to send. */
export async function asFile(canvas: HTMLCanvasElement, name: string, type: string): Promise<Prepared> {
  const bytes = await new Promise<Blob | null>((resolve) => canvas.toBlob(resolve, type, 0.85));
  if (!bytes) return { problem: 'unreadable' };
  if (bytes.size > mostBytes) return { problem: 'too-large' };
  return { file: new File([bytes], name, { type }) };
}
