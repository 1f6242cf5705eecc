import { expect, it } from 'vitest';
import { NotAnswered, type Store } from '../../../server/store/index.ts';
import { answering } from '../../../server/store/answering.ts';
import { refusalOf } from '../../../server/store/sqlite/database.ts';

const away = Object.assign(new Error('disk I/O error'), { errcode: 10 });

function storeThat(heads: () => Promise<unknown>): Store {
  return answering({ about: { kind: 'sqlite' }, heads } as unknown as Store, refusalOf);
}

it('says why a question was not answered, and keeps what the database said of it', async () => {
  const asked = storeThat(() => Promise.reject(away)).heads();
  await expect(asked).rejects.toBeInstanceOf(NotAnswered);
  await expect(asked).rejects.toMatchObject({ reason: 'unavailable', cause: away });
});

it('leaves a defect as it is, and an answer too', async () => {
  const defect = new TypeError('no');
  await expect(storeThat(() => Promise.reject(defect)).heads()).rejects.toBe(defect);
  await expect(storeThat(async () => 'rows').heads()).resolves.toBe('rows');
});
