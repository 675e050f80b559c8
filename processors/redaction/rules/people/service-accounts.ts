import { isNotName } from './not-names.ts'

/** Is it the account of a program, a role or a machine, and of nobody: `svc-orders`, `www-data`, `app_user`, `jenkins`? */
export function isServiceAccount(account: string): boolean {
  if (isNotName(account) || accounts.has(account.toLowerCase())) return true
  return account
    .toLowerCase()
    .split(/[ ._-]/u)
    .some((part) => roles.has(part))
}

const accounts = new Set(
  `jenkins hudson travis teamcity bamboo sonar sonarqube nexus artifactory vault consul etcd nomad ansible puppet chef
  terraform packer dynatrace datadog newrelic splunk zabbix nagios icinga telegraf influxdb fluentd logstash filebeat
  sync shutdown halt operator games gnats lp news proxy irc list messagebus polkitd dbus avahi rtkit ntp chrony
  systemd-network systemd-resolve syslog rpc rpcuser nfsnobody tss cyrus postfix dovecot exim squid named bind
  snmp ldap slapd radius asterisk minecraft steam teamspeak ts3 deploy deployer deployment release production staging
  development prod dev stage qa ci default defaultuser0 alluser publicuser superset odoo magento wordpress drupal
  dashboard index settings about login logout register search products cart checkout profile pages assets static
  images img files feed welcome containeradministrator containeruser vssadministrator vsts wdagutilityaccount
  linux windows macos sftp upload uploads download downloads`.split(/\s+/u),
)

/** A part of the name that says so. */
const roles = new Set(
  `svc service srv bot app api admin system sys root daemon agent worker job cron test ci cd deploy runner build db sql
  backup monitor readonly rw ro reader writer replica replication internal sa iam role lambda function data ec2 k8s
  user users username self this req request args params ctx props`.split(/\s+/u),
)
