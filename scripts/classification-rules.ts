import type { DataClass } from '../policy/policy.ts'
import type { GeneraliserName } from '../processors/redaction/generalise.ts'

/**
 * The reviewed list behind `processors/classification/semantic-conventions.generated.ts`: what the values under each
 * attribute hold. `*` at the end of a pattern stands for the rest of a key; an exact key goes before a pattern, a longer
 * pattern before a shorter one. Patterns count only for keys that the conventions list today: a new one needs a look.
 */
export const rules: Readonly<Record<DataClass, string>> = {
  technical: `
    android.* artifact.* aspnetcore.* aws.* az.* azure.* browser.web_vital.* cassandra.* cicd.* cloud.* cloudevents.*
    cloudfoundry.* code.* container.* cpu.* cpython.* db.* deployment.* disk.* dns.question.name dotnet.*
    elasticsearch.* error.type event.name exception.escaped exception.type faas.* feature_flag.* file.attributes
    file.extension file.fork_name file.inode file.lock.* file.mode file.size file.accessed file.changed file.created file.modified
    gcp.* go.* gen_ai.* graphql.operation.* heroku.* host.* http.* hw.* ios.* jsonrpc.* jvm.* k8s.* kafka.* linux.* log.*
    mainframe.* mcp.method.name mcp.protocol.version message.* messaging.* net.* network.* nfs.* nodejs.* oci.*
    onc_rpc.* openai.* openshift.* opentracing.* oracle.* oracle_cloud.* os.* otel.* peer.service pool.name pprof.*
    process.* profile.* rabbitmq.* rocketmq.* rpc.* security_rule.* server.* service.* signalr.* state system.*
    telemetry.* test.* thread.* tls.* url.domain url.extension url.port url.registered_domain url.scheme url.subdomain
    url.template url.top_level_domain user_agent.name user_agent.os.* user_agent.synthetic.type user_agent.version v8js.*
    vcs.* webengine.* zos.* client.port client.service.* destination.port source.port
    app.build_id app.crash.id app.jank.* device.manufacturer`,
  interaction: `
    app.screen.* app.widget.* browser.* device.model.* geo.continent.code geo.country.iso_code
    geo.region.iso_code network.carrier.mcc network.carrier.mnc network.carrier.name`,
  content: `
    aws.s3.copy_source aws.s3.delete aws.s3.key aws.sqs.queue.url browser.document.url.full
    cicd.pipeline.run.url.full cicd.pipeline.task.run.url.full cicd.worker.url.full client.as.* client.prefix
    cloudevents.event_subject code.stacktrace container.command container.command_args container.command_line
    container.label.* container.labels.* db.elasticsearch.path_parts.* db.operation.parameter.* db.query.parameter.*
    db.query.text db.statement destination.as.* destination.prefix dns.answers enduser.role enduser.scope error.message
    exception.message exception.stacktrace faas.document.name feature_flag.error.message
    feature_flag.evaluation.error.message feature_flag.result.value file.directory file.name file.path
    file.symbolic_link.target_path gcp.gce.instance.labels.* gcp.pubsub.message.ack_id
    gen_ai.agent.description gen_ai.completion gen_ai.evaluation.explanation gen_ai.input.messages gen_ai.output.messages
    gen_ai.prompt gen_ai.request.stop_sequences gen_ai.response.id gen_ai.retrieval.documents
    gen_ai.retrieval.query.text gen_ai.system_instructions gen_ai.tool.call.arguments gen_ai.tool.call.id
    gen_ai.tool.call.result gen_ai.tool.definitions gen_ai.tool.description geo.locality.name graphql.document
    http.request.body.content http.request.header.* http.response.body.content http.response.header.*
    http.target http.url k8s.cronjob.annotation.* k8s.cronjob.label.* k8s.daemonset.annotation.* k8s.daemonset.label.*
    k8s.deployment.annotation.* k8s.deployment.label.* k8s.job.annotation.* k8s.job.label.* k8s.namespace.annotation.*
    k8s.namespace.label.* k8s.node.annotation.* k8s.node.label.* k8s.persistentvolume.annotation.*
    k8s.persistentvolume.label.* k8s.persistentvolumeclaim.annotation.* k8s.persistentvolumeclaim.label.*
    k8s.pod.annotation.* k8s.pod.label.* k8s.pod.labels.* k8s.replicaset.annotation.* k8s.replicaset.label.*
    k8s.service.annotation.* k8s.service.label.* k8s.service.selector.* k8s.statefulset.annotation.*
    k8s.statefulset.label.* log.record.original mcp.resource.uri messaging.gcp_pubsub.message.ack_id
    messaging.message.id messaging.rocketmq.message.tag network.local.as.* network.local.prefix network.peer.as.*
    network.peer.prefix otel.status_description pprof.profile.comment process.command process.command_args
    process.command_line process.executable.path process.title process.working_directory rocketmq.message.tag
    rpc.connect_rpc.request.metadata.* rpc.connect_rpc.response.metadata.* rpc.grpc.request.metadata.*
    rpc.grpc.response.metadata.* rpc.jsonrpc.error_message rpc.request.header.* rpc.request.metadata.*
    rpc.response.header.* rpc.response.metadata.* rpc.response.trailer.* source.as.* source.prefix
    tls.client.server_name url.fragment url.full url.original url.path url.query user.roles vcs.change.title vcs.owner.name
    vcs.repository.change.title vcs.repository.url.full`,
  identifier: `
    app.installation.id browser.web_vital.id client.address client.mac.address db.cosmosdb.client_id db.user
    destination.address destination.mac.address device.id enduser.id enduser.pseudo.id feature_flag.context.id
    file.group.id file.group.name file.owner.id file.owner.name gcp.pubsub.message.ordering_key gen_ai.conversation.id
    geo.postal_code host.ip host.mac http.client_ip http.user_agent hw.network.logical_addresses
    hw.network.physical_address hw.serial_number kafka.message.key mcp.session.id messaging.gcp_pubsub.message.ordering_key
    messaging.kafka.message.key messaging.message.conversation_id messaging.rocketmq.message.group
    messaging.rocketmq.message.keys net.host.ip net.peer.ip net.sock.host.addr net.sock.peer.addr network.carrier.icc
    network.local.address network.local.mac.address network.peer.address network.peer.mac.address process.owner
    process.real_user.id process.real_user.name process.saved_user.id process.saved_user.name process.user.id
    process.user.name rocketmq.message.group rocketmq.message.keys server.mac.address session.id session.previous_id
    source.address source.mac.address tls.client.certificate tls.client.certificate_chain tls.client.hash.*
    tls.client.issuer tls.client.ja3 tls.client.subject user.email user.full_name user.hash user.id user.name
    user_agent.original`,
  sensitive: `geo.location.lat geo.location.lon`,
  secret: `db.connection_string process.environment_variable.*`,
}

/**
 * Attributes that no convention lists, and that instrumentations and frameworks set all the same: OpenTelemetry's own for
 * Node, those that frameworks bring, and headers whose names are known.
 */
export const beyondConventions: Readonly<Record<DataClass, string>> = {
  technical: `
    aws.kinesis.stream.name aws.lambda.runtime.handler.streaming aws.operation aws.region aws.request.extended_id
    aws.request.id aws.service.api aws.service.name aws.signature.version aws.sns.topic_arn aws.sqs.queue_name
    azure.app.service.stamp azure.container_app.instance.id azure.container_app.name azure.container_app.version
    azure.vm.scaleset.name azure.vm.sku cluster.name connect.name connect.type cucumber.feature.language
    cucumber.feature.tags cucumber.scenario.tags cucumber.step.status cucumber.step.type db.memcached.lifetime
    db.cassandra.keyspace db.client.connection.count db.hbase.namespace db.mysql.client db.postgresql.idle.timeout.millis
    db.postgresql.max.client db.postgresql.plan db.row_count db.system.type db.type db.operation.type dns.error_name
    express.name express.type faas.execution faas.id faas.invocation_id fastify.root fastify.type
    gen_ai.client.operation.duration gen_ai.usage.total_tokens gen_ai.response.finish_reason
    graphql.field.name graphql.field.path graphql.field.type graphql.parent.name grpc.error_name grpc.kind grpc.method
    grpc.status_code hapi.plugin.name hapi.type hook.callback.name hook.name hono.name hono.type http.error_name
    http.response.status http.status_text knex.version koa.name koa.type memcached.version messaging.destination
    messaging.destination_kind messaging.kafka.partition messaging.protocol messaging.protocol_version
    messaging.rabbitmq.routing_key messaging.socket.io.event_name messaging.socket.io.namespace mongodb.collection
    mongoose.model nestjs.callback nestjs.controller nestjs.guards nestjs.interceptors nestjs.module nestjs.pipes
    nestjs.type nestjs.version net.peer.host next.clientComponentLoadCount next.page next.route next.rsc next.segment
    next.span_category next.span_type nodejs.runtime.name plugin.name process.runtime.jvm.memory
    redis.version restify.method restify.name restify.type restify.version router.method router.name router.type
    router.version server.ext.type span.kind tedious.procedure_count tedious.statement_count tls.alpnProtocol
    tls.authorized tls.certificate.fingerprint tls.certificate.serialNumber tls.certificate.validFrom
    tls.certificate.validTo tls.cipher.name tls.cipher.version tls.protocol level severity logger logger.name
    log.logger log.level hostname pid trace_id span_id trace_flags
    http.request.header.accept http.request.header.accept-encoding http.request.header.accept_encoding
    http.request.header.content-length http.request.header.content_length http.request.header.content-type
    http.request.header.content_type http.request.header.content-encoding http.request.header.connection
    http.request.header.host http.request.header.traceparent http.response.header.content-encoding
    http.response.header.content-length http.response.header.content_length http.response.header.content-type
    http.response.header.content_type http.response.header.cache-control http.response.header.cache_control
    http.response.header.connection http.response.header.date http.response.header.server http.response.header.vary
    http.response.header.retry-after http.response.header.transfer-encoding`,
  interaction: `
    http.request.header.accept-language http.request.header.accept_language ui.component_name`,
  content: `
    aws.request.url cucumber.feature.description cucumber.scenario.description cucumber.step.args db.memcached.key
    db.mysql.values db.params db.postgresql.values db.redis.key db.redis.parameters db.sql.bindings dns.error_message
    express.params express.query gen_ai.assistant.message gen_ai.choice gen_ai.embeddings.input gen_ai.memory.query.text
    gen_ai.memory.records gen_ai.request.messages gen_ai.response.text gen_ai.response.tool_calls gen_ai.system.message
    gen_ai.tool.input gen_ai.tool.message gen_ai.tool.output gen_ai.user.message graphql.source graphql.validation.error
    grpc.error_message http.body http.error_message http.fragment http.path http.query http.referer
    http.request.body.data http.request.header.referer http.request.header.origin http.response.header.location
    messaging.message.body messaging.message_id messaging.socket.io.rooms messaging.url rpc.message.body
    mcp.tool.result.content body message msg err error stack next.span_name`,
  identifier: `
    client.ip http.request.header.cf-connecting-ip http.request.header.forwarded http.request.header.from
    http.request.header.true-client-ip http.request.header.user-agent http.request.header.user_agent
    http.request.header.x-client-ip http.request.header.x-forwarded-for http.request.header.x_forwarded_for
    http.request.header.x-real-ip http.request.header.x_real_ip messaging.conversation_id net.peer.address
    user.ip_address gen_ai.user.id gen_ai.request.user openai.user`,
  sensitive: '',
  secret: `
    http.request.header.authorization http.request.header.proxy-authorization http.request.header.proxy_authorization
    http.request.header.cookie http.request.header.x-api-key http.request.header.x_api_key
    http.request.header.x-auth-token http.request.header.x-csrf-token http.request.header.x-xsrf-token
    http.request.header.x-amz-security-token http.request.header.x-goog-api-key http.request.header.api-key
    http.response.header.set-cookie http.response.header.set_cookie rpc.grpc.request.metadata.authorization
    rpc.request.metadata.authorization rpc.request.metadata.cookie rpc.connect_rpc.request.metadata.authorization`,
}

/** How a value is made general, and the class that it then has. */
export const generalisations: readonly (readonly [GeneraliserName, DataClass, string])[] = [
  [
    'ip_network',
    'content',
    `client.address client.ip destination.address http.client_ip http.request.header.cf-connecting-ip
    http.request.header.true-client-ip http.request.header.x-client-ip http.request.header.x-real-ip
    http.request.header.x_real_ip net.host.ip net.peer.address net.peer.ip net.sock.host.addr net.sock.peer.addr
    network.local.address network.peer.address source.address user.ip_address`,
  ],
  [
    'user_agent_family',
    'technical',
    'user_agent.original http.user_agent http.request.header.user-agent http.request.header.user_agent',
  ],
  [
    'url_template',
    'interaction',
    `url.full http.url url.original browser.document.url.full http.request.header.referer http.referer
    http.response.header.location`,
  ],
  ['url_template', 'technical', 'vcs.repository.url.full cicd.pipeline.run.url.full cicd.pipeline.task.run.url.full'],
  ['path_template', 'interaction', 'url.path http.target http.path'],
  ['sql_template', 'technical', 'db.query.text db.statement'],
  ['stack_frames', 'technical', 'exception.stacktrace code.stacktrace'],
]

/**
 * Where we hold a value for less sensitive than Sentry's conventions, which scrub it by default: with the reason. What
 * is not named here is at least `content`.
 */
export const lowerThanSentry: Readonly<Record<string, string>> = {
  'net.sock.peer.name': 'the name of a host, like server.address',
}
