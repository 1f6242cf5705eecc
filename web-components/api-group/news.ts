import { get, post, type Answered } from '../api/request.ts';

export interface StaffNews {
  id: string;
  title: string;
  note: string;
  why: string;
  asked: string[];
  effective: string;
  changes: string[];
  at: string;
}

export const loadNews = (): Promise<Answered<{ news: StaffNews[] }>> => get('/pathway/news');
export const readNews = (id: string): Promise<Answered<unknown>> =>
  post(`/pathway/news/${encodeURIComponent(id)}/read`);
