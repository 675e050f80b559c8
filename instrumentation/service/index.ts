/** What an application marks itself: functions, jobs, handlers. Part of `privity/node`. */
export { type ObserveDecorator, observe } from './observe.ts'
export { observeHandler } from './observe-handler.ts'
export { type ObserveJobOptions, observeJob, runJob } from './observe-job.ts'
export { type ObservedOptions, observed } from './observed.ts'
