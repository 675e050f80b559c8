import type { Queryable } from './database.ts'
import type { Person } from './people.ts'

export interface Article {
  readonly id: number
  readonly slug: string
  readonly title: string
  readonly body: string
  /** Customers see published articles only. */
  readonly published: boolean
  readonly updatedAt: Date
}

export type ArticleText = Pick<Article, 'title' | 'body' | 'published'>

const articleColumns = 'id, slug, title, body, published, updated_at as "updatedAt"'

export async function listArticles(db: Queryable, viewer: Person): Promise<Article[]> {
  const { rows } = await db.query<Article>(
    `select ${articleColumns} from articles where tenant_id = $1 and (published or $2) order by title`,
    [viewer.tenantId, viewer.role === 'agent'],
  )
  return rows
}

export async function findArticle(db: Queryable, viewer: Person, slug: string): Promise<Article | undefined> {
  const { rows } = await db.query<Article>(
    `select ${articleColumns} from articles where tenant_id = $1 and slug = $2 and (published or $3)`,
    [viewer.tenantId, slug, viewer.role === 'agent'],
  )
  return rows[0]
}

/** @returns the slug; @throws a unique violation (`isUniqueViolation`) when another article has the same title */
export async function addArticle(db: Queryable, tenantId: number, text: ArticleText): Promise<string> {
  const slug = slugOf(text.title)
  await db.query('insert into articles (tenant_id, slug, title, body, published) values ($1, $2, $3, $4, $5)', [
    tenantId,
    slug,
    text.title,
    text.body,
    text.published,
  ])
  return slug
}

/** The slug stays when the title changes, so that links stay. */
export async function changeArticle(db: Queryable, agent: Person, article: Article, text: ArticleText): Promise<void> {
  await db.query(
    `update articles set title = $3, body = $4, published = $5, updated_at = now() where tenant_id = $1 and id = $2`,
    [agent.tenantId, article.id, text.title, text.body, text.published],
  )
}

function slugOf(title: string): string {
  const slug = title
    .normalize('NFKD')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '')
    .slice(0, 80)
  return slug === '' || slug === 'new' ? `article-${Date.now().toString(36)}` : slug
}
