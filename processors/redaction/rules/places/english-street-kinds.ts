/** Words that next to nothing but a street has behind a number and a name. */
export const commonStreetKinds: readonly string[] = `
  street st avenue ave av road rd lane ln boulevard blvd drive dr court ct way place pl terrace ter square sq circle cir
  highway hwy parkway pkwy crescent cres close grove gardens gdns mews trail trl row walk hill alley plaza quay wharf
  parade esplanade broadway turnpike causeway expressway freeway
`
  .trim()
  .split(/\s+/u)

/** Words that mostly are something else, and end the names of streets in the USA. */
export const rareStreetKinds: readonly string[] = `
  branch bridge brook brooks burg bypass camp canyon cape center cliff cliffs club common corner corners course cove
  coves creek crest crossing crossroad curve dale dam divide estate estates extension extensions falls ferry field fields
  flat flats ford fords forest forge forges fork forks fort garden gateway glen glens green greens harbor harbors haven
  heights hills hollow inlet island islands isle junction junctions key keys knoll knolls lake lakes land landing light
  lights lodge loop manor manors meadow meadows mill mills mission mountain mountains neck orchard oval overpass park
  parks pass passage path pike pine pines plain plains point points port ports prairie radial ramp ranch rapid rapids
  rest ridge ridges rise river roads route run shoal shoals shore shores spring springs spur spurs squares station
  stravenue stream streets summit throughway trace track tunnel underpass union unions valley valleys via viaduct view
  views village villages ville vista walks wall well wells
`
  .trim()
  .split(/\s+/u)
