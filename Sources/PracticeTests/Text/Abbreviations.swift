/// Abbreviations that are written with a full stop, in lower case, without the last stop.
enum Abbreviations {
  /// Something always follows in the same sentence.
  static let neverLast: Set<String> = [
    "e.g", "i.e", "eg", "ie", "cf", "vs", "v", "viz", "dr", "drs", "mr", "mrs", "ms", "mx", "prof", "profs", "rev",
    "hon",
    "gen", "col", "lt", "sgt", "capt", "cmdr", "gov", "sen", "rep", "st", "mt", "messrs", "approx", "resp", "ca", "esp",
  ]
  /// A number follows, or it is a word of its own ("no.").
  static let beforeNumbers: Set<String> = [
    "p", "pp", "no", "nos", "fig", "figs", "eq", "eqs", "vol", "vols", "ch", "chap", "sec", "sect", "art", "par", "tab",
    "jan", "feb", "mar", "apr", "jun", "jul", "aug", "sep", "sept", "oct", "nov", "dec", "ed", "eds", "min", "max",
  ]
  /// It may end a sentence: then a usual first word follows.
  static let perhapsLast: Set<String> = [
    "al", "etc", "jr", "sr", "inc", "ltd", "co", "corp", "dept", "univ", "assn", "bros", "est", "ave", "blvd", "ph",
  ]
  /// A capital after these is a label, not an initial: "vitamin C", "World War I".
  static let labelled: Set<String> = [
    "vitamin", "type", "war", "part", "phase", "stage", "class", "group", "hepatitis", "figure", "plan", "appendix",
    "factor", "grade", "section", "option", "table", "column", "model", "schedule", "title", "level",
  ]
  /// A capital after these begins a sentence.
  static let clockTimes: Set<String> = ["a.m", "p.m", "etc"]
}
