/** `privity/node`: what an application says to the running hook, and the guard for a `NodeSDK` of its own. */
export type { ConsentSource, ConsentState, Subject } from '../../consent/consent-source.ts'
export {
  createNameModel,
  type NameAnswer,
  type NameModel,
  type NameModelOptions,
  type NameRequest,
  type NameSpan,
} from '../../processors/redaction/name-model.ts'
export { bindSubjects } from '../../processors/verdict/bind-subjects.ts'
export { setSubjectAttributes } from '../../processors/verdict/bound-attributes.ts'
export { identify } from '../../processors/verdict/identify.ts'
export { bindSubject, runWithSubject } from '../../processors/verdict/subject-binding.ts'
export {
  type ObserveDecorator,
  type ObservedOptions,
  type ObserveJobOptions,
  observe,
  observed,
  observeHandler,
  observeJob,
  runJob,
} from '../service/index.ts'
export {
  type HealthCheckOptions,
  healthCheck,
  type SystemInstrumentation,
  type SystemInstrumentationOptions,
  startSystemInstrumentation,
} from '../system/index.ts'
export { provideConsent } from './consent-source.ts'
export type { Identify } from './middleware/request-subject.ts'
export { subjectForExpress } from './middleware/subject-for-express.ts'
export { subjectForFastify } from './middleware/subject-for-fastify.ts'
export { subjectForHono } from './middleware/subject-for-hono.ts'
export { subjectForKoa } from './middleware/subject-for-koa.ts'
export { subjectForNest } from './middleware/subject-for-nest.ts'
export { subjectForNext } from './middleware/subject-for-next.ts'
export { type SdkConfiguration, type WithPrivacyOptions, withPrivacy } from './with-privacy.ts'
