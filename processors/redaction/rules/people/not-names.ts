/**
 * Does the word name nobody, though it stands where a name could? Values that programs put there, accounts of services,
 * labels of the next field, and what people write after a greeting instead of a name.
 */
export function isNotName(word: string): boolean {
  return notNames.has(word.toLowerCase())
}

const notNames = new Set(
  [
    // values of programs, and what a check of a form says about a value
    `null undefined none nil nan na n/a true false unknown anonymous empty missing required invalid valid optional
    mandatory blank value string number boolean object array char varchar text integer default example sample test
    tests testing tester dummy placeholder foo bar baz qux lorem ipsum todo redacted removed masked hidden deleted
    disabled enabled active inactive pending failed failure success error errors warning info debug trace fatal ok yes
    no not is are was were must should may can cannot could would has have had been be being too already only
    does do did never expected received got given found changed updated created set unset cleared and or but if in on
    at for from with without by of to as the a this that these those there here it its your our their my his her
    what when where who why how all any some each every other another new old next previous last first final
    successfully length format field fields key keys index column row rows table query select where insert update
    delete create drop alter limit order group`,
    // accounts and roles that nobody is
    `root admin admins administrator administrators sysadmin superuser sudo sa dba user users username guest shared
    public owner owners nobody everyone anyone somebody someone system systems localsystem service services svc
    server servers daemon bin sys uucp sshd ftp git svn www www-data web mail smtp mysql mariadb postgres postgresql
    oracle mongo mongodb redis rabbitmq kafka elastic elasticsearch kibana grafana prometheus nginx apache tomcat
    jetty httpd haproxy envoy zookeeper hadoop hdfs yarn mapred hive hbase spark flink airflow jovyan 
    gitlab github gitlab-runner codespace vscode circleci runner builder build ci cd bot bots robot crawler
    spider agent agents app apps application applications api apis client clients worker workers job jobs task tasks
    process node nodes deno bun python ruby java golang docker kubernetes kube kubelet k8s containerd podman ubuntu
    debian centos fedora alpine rhel ec2-user azureuser opc vagrant pi coder linuxbrew gradle maven site backup
    monitor monitoring metrics telemetry collector exporter operator controller scheduler manager gateway proxy
    session sessions token tokens account accounts tenant profile role roles device devices module package plugin
    library framework console shell terminal cron batch queue cache store storage database cluster host hosts
    localhost domain network name names id ids uid uuid guid config configuration settings option options
    siri cortana chatgpt gpt copilot gemini postmaster hostmaster webmaster noreply no-reply donotreply support helpdesk help sales marketing billing finance
    contact hello office team teams staff desk department dept group division company organization organisation`,
    // after a greeting, a title or at the end of a letter
    `customer customers client patient member members subscriber candidate applicant colleague colleagues friend
    friends folks guys ladies gentlemen sir madam sirs madams world people community committee hiring recruiter
    recruiting recruitment reader readers editor editors parent parents neighbour neighbor student students professor
    doctor mr mrs ms miss mx dr prof valued buyer seller partner partners reviewer reviewers santa diary lord god
    again back please sorry thanks thank regards sincerely cheers best kind warm yours faithfully truly
    good great nice happy welcome greetings morning afternoon evening night
    kunde kunden kundin kundinnen kollege kollegen kollegin kolleginnen damen herren herr frau grüße gruesse grüsse
    freunde leute welt mitarbeiter zusammen bewerber interessent nutzer benutzer
    monsieur madame mesdames messieurs client clients tous toutes collègues monde
    señor señora señores señoras cliente clientes todos todas mundo amigo amigos equipo
    signore signora clienti tutti mondo team allemaal klant wereld collega`,
    // labels of a form: the next one ends a name before it
    `firstname lastname fullname surname forename middle maiden given family nickname title gender sex age dob birth
    birthday born date time phone telephone tel mobile cell fax email e-mail address street city town zip postcode
    postal state county country nationality citizenship passport ssn nino license licence company employer occupation
    position job salary iban card visa mastercard expiry cvv amount currency total subject message comment
    comments note notes description status type category priority level version reference ref ticket tickets invoice
    payment reason details vorname nachname geburtsdatum adresse strasse straße telefon prénom nom naissance apellido
    nombre fecha dirección correo teléfono cognome nome indirizzo nascita`,
    // months and days; those that are names as well (April, May, June, August) are not here
    `january february march july september october november december jan feb mar apr jun jul aug sep sept oct nov dec
    monday tuesday wednesday thursday friday saturday sunday mon tue wed thu fri sat sun today tomorrow yesterday`,
  ]
    .join(' ')
    .split(/\s+/u),
)
