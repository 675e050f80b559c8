/** Is it a word of what is called by capitalised words without being a person: `Florence Nightingale Hospital`, `Java Server`? */
export function isThing(word: string): boolean {
  return things.has(word.toLowerCase().replace(/s$/u, '')) || things.has(word.toLowerCase())
}

const things = new Set(
  [
    // software and its parts
    `server client service system api sdk app application portal engine framework library module plugin package handler
    factory provider template widget dashboard report project database data cloud web site page form view model
    controller manager scheduler worker queue topic stream streaming metric metrics event message request response
    session token key cache store storage bucket cluster node pod container image build pipeline job task test suite
    runner driver adapter connector gateway proxy router network protocol interface object class method function
    exception error warning code language compiler optimizer optimiser script console shell terminal browser editor
    studio desktop mobile device hardware kernel memory disk drive agent bot assistant search index query table schema
    migration transaction account profile role group policy rule config configuration setting settings option
    version release update upgrade install setup login logout created updated deleted started stopped failed completed
    processing management monitoring logging tracing security authentication authorization access control center
    portal pool connection timeout limit quota rate count total id uuid type status state name pro plus premium
    edition license algorithm method theorem distribution process filter transform estimation`,
    // companies, institutions, places, works
    `inc llc ltd gmbh ag corp corporation company plc bank group holding holdings solution solutions technologies
    technology systems labs shop foundation university college hospital clinic school academy institute museum library
    church cathedral airport station stadium arena theatre theater hotel restaurant cafe bar park garden gardens
    forest bridge street road avenue lane boulevard drive square place plaza court way island islands river lake
    mountain mount valley beach bay coast county city town state district province republic kingdom region north south
    east west centre building tower hall house palace castle prize award medal cup league club band orchestra festival
    day week award law act bill effect disease syndrome report conference summit award department ministry office
    council committee union party association society journal times post news magazine press records music pictures
    studios entertainment airlines motors industries sons brothers partners capital fund insurance trust estate`,
    // words with a capital because they begin a sentence or a title
    `the a an and or but if in on at for from with by of to is are was will can has have not no yes new all please
    when where what who how why this that these those it we you they he she my your our their user users`,
  ]
    .join(' ')
    .split(/\s+/u),
)
