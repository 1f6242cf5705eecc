import { ImageRun } from 'docx';
import { plainOf } from '#engine';
import type { Shown } from '../pictures.ts';

const most = { width: 400, height: 440 };

/** A picture with its words; undefined where Word does not take its kind. */
export function docxImage({ alt: said }: { alt: string }, shown: Shown | undefined): ImageRun | undefined {
  if (!shown || shown.kind === 'webp') return undefined;
  const alt = plainOf(said);
  const { kind, bytes, width, height } = shown;
  const scale = Math.min(1, most.width / width, most.height / height);
  return new ImageRun({
    ...{ type: kind, data: bytes },
    transformation: { width: Math.round(width * scale), height: Math.round(height * scale) },
    altText: { name: alt, title: alt, description: alt },
  });
}
