import { type Response, Router } from 'express'
import { z } from 'zod'
import { type Article, addArticle, changeArticle, findArticle, listArticles } from '../data/articles.ts'
import { type Database, isUniqueViolation } from '../data/database.ts'
import { checkbox, parseForm, requiredText, typedValues } from '../web/form.ts'
import { sendPage } from '../web/page.ts'
import { problem } from '../web/problem.ts'
import { personOf, requireAgent } from '../web/visit.ts'

const articleForm = z.object({
  title: requiredText('a title', 120),
  body: requiredText('the text', 50_000),
  published: checkbox,
})

export function articleRoutes(db: Database): Router {
  const routes = Router()

  routes.get('/', async (_request, response) => {
    const articles = await listArticles(db, personOf(response))
    sendPage(response, 'articles/list', { title: 'Knowledge base', articles })
  })

  routes.get('/new', requireAgent, (_request, response) => showForm(response, 200, undefined, {}, {}))

  routes.post('/', requireAgent, async (request, response) => {
    const form = parseForm(articleForm, request.body)
    if ('errors' in form) return showForm(response, 422, undefined, form.errors, typedValues(request.body))
    try {
      response.redirect(303, `/articles/${await addArticle(db, personOf(response).tenantId, form.data)}`)
    } catch (error) {
      if (!isUniqueViolation(error)) throw error
      const errors = { title: 'There is an article with this title already.' }
      showForm(response, 409, undefined, errors, typedValues(request.body))
    }
  })

  routes.get('/:slug', async (request, response) => {
    const article = await articleOf(request.params.slug, response)
    sendPage(response, 'articles/show', { title: article.title, article })
  })

  routes.get('/:slug/edit', requireAgent, async (request, response) => {
    const article = await articleOf(request.params.slug, response)
    const published = article.published ? 'on' : ''
    showForm(response, 200, article, {}, { title: article.title, body: article.body, published })
  })

  routes.post('/:slug', requireAgent, async (request, response) => {
    const article = await articleOf(request.params.slug, response)
    const form = parseForm(articleForm, request.body)
    if ('errors' in form) return showForm(response, 422, article, form.errors, typedValues(request.body))
    await changeArticle(db, personOf(response), article, form.data)
    response.redirect(303, `/articles/${article.slug}`)
  })

  async function articleOf(slug: unknown, response: Response): Promise<Article> {
    const article = await findArticle(db, personOf(response), String(slug))
    if (article === undefined) throw problem(404, 'There is no such article.')
    return article
  }

  return routes
}

function showForm(
  response: Response,
  status: number,
  article: Article | undefined,
  errors: Readonly<Record<string, string>>,
  values: Readonly<Record<string, string>>,
): void {
  const title = article === undefined ? 'New article' : `Edit “${article.title}”`
  sendPage(response, 'articles/form', { title, article, errors, values }, status)
}
