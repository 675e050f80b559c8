import { createServer, type RequestListener } from 'node:http'
import { setImmediate as turn } from 'node:timers/promises'
import { getRequestListener } from '@hono/node-server'
import { Controller, Get, type INestApplication, Module, Param } from '@nestjs/common'
import { NestFactory } from '@nestjs/core'
import express, { type Request as ExpressRequest, type NextFunction, type Response } from 'express'
import fastify, { type FastifyRequest } from 'fastify'
import { type Context, Hono } from 'hono'
import Koa, { type ParameterizedContext } from 'koa'
import { NextRequest } from 'next/server.js'
import type { Subject } from '../../../consent/consent-source.ts'
import { subjectForExpress } from './subject-for-express.ts'
import { subjectForFastify } from './subject-for-fastify.ts'
import { subjectForHono } from './subject-for-hono.ts'
import { subjectForKoa } from './subject-for-koa.ts'
import { subjectForNest } from './subject-for-nest.ts'
import { subjectForNext } from './subject-for-next.ts'
import 'reflect-metadata'

type Answer = Subject | undefined | Promise<Subject | undefined>

/** A small application, the same in each framework. */
export interface Application {
  /** Gets what authentication put on the request. */
  readonly identify: (user: string | undefined) => Answer
  /** Is the subject middleware asked before authentication, or after? */
  readonly asked: 'before' | 'after'
  readonly authenticate: (user: string) => Promise<string>
  readonly work: (request: string) => Promise<unknown>
}

export type Started = { readonly listener: RequestListener; stop?(): Promise<unknown> }

export const frameworks: Record<string, (application: Application) => Promise<Started>> = {
  async express({ identify, asked, authenticate, work }) {
    type Request = ExpressRequest & { user?: string }
    const app = express()
    const subject = subjectForExpress((request: Request) => identify(request.user))
    const authentication = async (request: Request, _response: Response, next: NextFunction) => {
      request.user = await authenticate(`${request.headers['x-user']}`)
      next()
    }
    if (asked === 'before') app.use(subject, express.json(), authentication)
    else app.use(authentication, subject, express.json())
    app.post('/:id', async (request, response) => {
      await work(request.params.id)
      response.send(request.params.id)
    })
    return { listener: app }
  },
  async fastify({ identify, asked, authenticate, work }) {
    let listener: RequestListener | undefined
    const app = fastify({
      serverFactory(handler) {
        listener = handler
        return createServer()
      },
    })
    const subject = subjectForFastify((request: FastifyRequest & { user?: string }) => identify(request.user))
    app.decorateRequest('user')
    if (asked === 'before') await app.register(subject)
    app.addHook('onRequest', async (request: FastifyRequest & { user?: string }) => {
      request.user = await authenticate(`${request.headers['x-user']}`)
    })
    if (asked === 'after') await app.register(subject)
    app.post<{ Params: { id: string } }>('/:id', async (request) => {
      await work(request.params.id)
      return request.params.id
    })
    await app.ready()
    if (listener === undefined) throw new Error('fastify made no server')
    return { listener, stop: () => app.close() }
  },
  async hono({ identify, asked, authenticate, work }) {
    type Env = { Variables: { user: string } }
    const app = new Hono<Env>()
    const subject = subjectForHono((c: Context<Env>) => identify(c.get('user')))
    if (asked === 'before') app.use(subject)
    app.use(async (c, next) => {
      c.set('user', await authenticate(`${c.req.header('x-user')}`))
      await next()
    })
    if (asked === 'after') app.use(subject)
    app.post('/:id', async (c) => {
      await c.req.text()
      await work(c.req.param('id'))
      return c.text(c.req.param('id'))
    })
    return { listener: getRequestListener(app.fetch) }
  },
  async koa({ identify, asked, authenticate, work }) {
    const app = new Koa()
    const subject = subjectForKoa((ctx: ParameterizedContext) => identify(ctx.state.user))
    if (asked === 'before') app.use(subject)
    app.use(async (ctx, next) => {
      ctx.state.user = await authenticate(ctx.get('x-user'))
      await next()
    })
    if (asked === 'after') app.use(subject)
    app.use(async (ctx) => {
      for await (const _chunk of ctx.req) await turn()
      const id = ctx.path.slice(1)
      await work(id)
      ctx.body = id
    })
    return { listener: app.callback() }
  },
  // a guard authenticates, so that the interceptor is always asked after it
  async nest({ identify, authenticate, work }) {
    type Request = ExpressRequest & { user?: string }
    class Tickets {
      async open(id: string) {
        await work(id)
        return id
      }
    }
    // decorators applied by hand: their syntax is not erasable
    Controller()(Tickets)
    const method = Object.getOwnPropertyDescriptor(Tickets.prototype, 'open') as PropertyDescriptor
    Get('/:id')(Tickets.prototype, 'open', method)
    Param('id')(Tickets.prototype, 'open', 0)
    class App {}
    Module({ controllers: [Tickets] })(App)
    const app: INestApplication = await NestFactory.create(App, { logger: false })
    // biome-ignore lint/correctness/useHookAtTopLevel: a method of Nest, no hook of React
    app.useGlobalGuards({
      async canActivate(execution) {
        const request = execution.switchToHttp().getRequest<Request>()
        request.user = await authenticate(`${request.headers['x-user']}`)
        return true
      },
    })
    // biome-ignore lint/correctness/useHookAtTopLevel: a method of Nest, no hook of React
    app.useGlobalInterceptors(subjectForNest((request: Request) => identify(request.user)))
    await app.init()
    return { listener: app.getHttpAdapter().getInstance() as RequestListener, stop: () => app.close() }
  },
  // Next.js calls a route handler with its own request; here it is called without Next's server around it
  async next({ identify, asked, authenticate, work }) {
    const users = new WeakMap<Request, string>()
    const withSubject = subjectForNext((request: NextRequest) => identify(users.get(request)))
    const handle = async (request: NextRequest) => {
      if (asked === 'before') users.set(request, await authenticate(`${request.headers.get('x-user')}`))
      const id = request.nextUrl.pathname.slice(1)
      await work(id)
      return new Response(id)
    }
    const POST = withSubject(handle)
    return {
      async listener(message, response) {
        const request = new NextRequest(`http://localhost${message.url}`, {
          headers: { 'x-user': `${message.headers['x-user']}` },
        })
        if (asked === 'after') users.set(request, await authenticate(`${message.headers['x-user']}`))
        response.end(await (await POST(request)).text())
      },
    }
  },
}
