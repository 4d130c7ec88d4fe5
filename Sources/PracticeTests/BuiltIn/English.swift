/// What the built-in writer knows of English: word classes, number, articles. Lists are short on purpose: what they
/// don't know, it leaves alone.
enum English {
  /// The words of a list in the source.
  static func list(_ words: String) -> Set<String> {
    Set(words.split(whereSeparator: \.isWhitespace).map(String.init))
  }

  /// Whether a folded noun is plural, by its form.
  static func isPlural(_ noun: String) -> Bool {
    if irregularPlurals.contains(noun) || noun.count > 5 && noun.hasSuffix("ae") { return true }
    guard noun.count > 2, noun.hasSuffix("s"), !singularInS.contains(noun) else { return false }
    return !["ss", "us", "is", "ics", "'s"].contains { noun.hasSuffix($0) }
  }

  /// The singular of a folded noun; the word itself where it is no regular plural.
  static func singular(_ noun: String) -> String {
    guard noun.count > 3, noun.utf8.last == UInt8(ascii: "s"), isPlural(noun) else { return noun }
    if noun.hasSuffix("ies"), noun.count > 4 { return noun.dropLast(3) + "y" }
    if ["sses", "shes", "ches", "xes", "zes"].contains(where: noun.hasSuffix) { return String(noun.dropLast(2)) }
    return String(noun.dropLast())
  }

  /// Whether a folded word is a present-tense verb of the third person singular ("contains"), a past tense
  /// ("contained", "led") or an auxiliary.
  static func isFiniteVerb(_ word: String) -> Bool {
    if auxiliaries.contains(word) || irregularPasts.contains(word) { return true }
    if word.hasSuffix("ed"), word.count > 4 { return true }
    return isThirdPerson(word)
  }

  /// Whether a folded word is a known verb in the third person singular.
  static func isThirdPerson(_ word: String) -> Bool {
    guard word.hasSuffix("s"), word.count > 3 else { return false }
    if verbs.contains(String(word.dropLast())) { return true }
    if word.hasSuffix("es"), verbs.contains(String(word.dropLast(2))) { return true }
    return word.hasSuffix("ies") && verbs.contains(word.dropLast(3) + "y")
  }

  /// Whether an "I" is a number: "type I error".
  static func isNumeral(_ words: [WordSpan], at index: Int) -> Bool {
    index > 0 && words[index].folded == "i" && numbered.contains(words[index - 1].normal)
  }

  private static let numbered = list("type phase class stage factor war part grade group photosystem complex")

  /// "a" or "an" for the word that follows.
  static func indefiniteArticle(before word: String) -> String {
    let lower = word.lowercased()
    if ["uni", "use", "usa", "eu", "one", "once", "ubi", "ura", "uto"].contains(where: lower.hasPrefix) { return "a" }
    if ["hour", "honest", "honor", "honour", "heir"].contains(where: lower.hasPrefix) { return "an" }
    let letters = word.prefix { $0.isLetter }
    if letters.count <= 4, letters.count > 1, letters.allSatisfy(\.isUppercase), let first = letters.first {
      return "AEFHILMNORSX".contains(first) && !isVowel(letters.dropFirst().first) || "AEIO".contains(first)
        ? "an" : "a"
    }
    return isVowel(lower.first) ? "an" : "a"
  }

  private static func isVowel(_ character: Character?) -> Bool {
    character.map { "aeiouAEIOU".contains($0) } ?? false
  }

  static let determiners = list("a an the its their his her our your my this that these those each every any some no")
  static let prepositions = list(
    """
    of in on at by for from to with without within between among through during after before above below under over \
    against across into onto toward towards upon about around behind beyond near per via as than like along inside \
    outside throughout despite until
    """)
  static let relatives = list("that which who whom whose what where when why how whether while because if")
  static let conjunctions = list("and or but nor so yet")
  static let auxiliaries = list(
    "is are was were has have had can could may might must will would shall should do does did cannot")
  static let pronouns = list("i we you he she it they them him us me one someone people")

  /// Words that are set in bold for stress alone.
  static let stressed = list("never always must every none least different inside outside true false correct incorrect")

  /// Words that make a phrase superlative or unique, so that it takes "the".
  static let unique = list(
    """
    minimum maximum largest smallest highest lowest greatest least most best worst first last only same outermost \
    innermost earliest latest longest shortest final lightest heaviest strongest weakest simplest main
    """)

  /// Nouns that take "the" when "of", "to" or a clause follows.
  static let definiteBeforeComplement = list(
    """
    ability inability tendency capacity failure process study use loss way amount degree extent idea belief view \
    assertion concept observation act branch science field domain practice point release conversion distance rate \
    number proportion share total time stage age sum ratio surface inability return removal movement \
    formation transfer breakdown production phenomenon notion principle assumption claim theory hypothesis order \
    desire place site part level quality fact minimum maximum size strength speed site condition
    """)

  /// Nouns whose clause says what they hold ("the view that ..."), not what they do.
  static let contentNouns = list(
    """
    view belief idea theory assertion hypothesis concept observation phenomenon assumption notion claim principle \
    fact perspective ideology statement rule law finding feeling judgment expectation impression evidence thought \
    conclusion guarantee condition proposal doctrine
    """)

  /// Nouns that can stand after "a": the usual heads of definitions.
  static let countNouns = list(
    """
    ability act action activity adult agent aid amount angle animal approach area argument arrangement article \
    assertion assessment assignment atom attack attempt attitude attribute award band bar barrier basis behaviour \
    belief body bond bone branch brand bump buffer building burst business calculation capacity category cause cell center \
    centre chain change channel characteristic charge chart chemical child circle circuit class client cluster code \
    coil collection colony color colour column combination community company comparison component compound concept \
    condition connection constant construct container contest continuation contract contrast conversion country cue \
    culture curve cycle decision decrease defect defense deficit degree delay description desire device diagram \
    difference dimension disease disorder disposition distance distortion distribution division document domain dose \
    drive drop drug effect element emotion engine entity enzyme episode equation error estimate evaluation event \
    examination exchange experience experiment explanation explosion expression extension fact factor failure fall \
    family farm fault feature fee feeling fiber fibre field figure file fluid fold force form formula fraction \
    framework function fungus gap gas gene generation gland good graph grid group grouping growth habit half heuristic \
    hormone hypothesis idea identity image impulse increase individual infection inflammation inhibitor instance \
    institution instruction instrument interaction interval intervention interview inventory ion issue item job key \
    kingdom law layer learner lens level limit line liquid list lobe loop loss machine magnitude mark market mass \
    material measure measurement mechanism member membrane memory message metal method microscope mixture model \
    molecule moment mood motion motive movement muscle mutation narrative need nerve network neuron node norm \
    nucleus number object observation occurrence office officer oil opening operation opinion orbit order organ \
    organelle organism organization orientation outcome output pair parasite part particle party passage path \
    pathway pattern payment peak percentage period person perspective phase phenomenon philosophy picture piece \
    place planet plant plate point policy polymer pool population position practice predator prediction preference \
    presence pressure price principle problem procedure process product professional profile program programme \
    projection property proposition protein psychologist psychotherapy pulse quality quantity question range rate \
    ratio reaction reading reason reception receptor recollection record reduction reference reflex region relation \
    relationship relay remnant representation request research-method resource response restriction result return \
    reward ridge right ring risk ritual role rule sac salt sample scale scheme school science score scientist \
    section segment sensation sense sequence series service set shape shift shortage shortcut side sign signal site \
    situation sleep-disorder society solid solution sound source space species specialist spectrum stage standard \
    star state statement statistic step stimulus store strategy stream stressor string strip structure study style \
    subject subset substance subtype sum surface surgery swelling symbol symptom syndrome system table taste tax \
    team technique technology tendency term test theme theory therapist therapy thing thought threshold tissue title \
    tool topic toxin trace tradition train trait transfer transformation transition treatment treaty tree trend \
    trial tribe tube tumor type union unit university value variable variation vehicle vessel view village virus \
    vision voltage volume war wave way weapon weight word worker zone covering lining indentation lack failure \
    discipline conviction ideology procedure fear explanation urge fragment questionnaire setting environment \
    viewpoint approach assertion hindbrain midbrain storage-site bulb groove recording
    """)

  /// Verbs of exposition in their base form.
  static let verbs = list(
    """
    abolish absorb accept accompany account act adapt add affect aim allow alter analyze appear apply appoint argue \
    arise assert assess assign assume attach attempt attract ban base become begin believe belong bind block break \
    bring build burn calculate call capture carry catch cause change classify collapse combine come compare compete \
    kill compute persuade concentrate concern conduct confirm connect consider consist constitute contain continue \
    contract contribute control convert cool coordinate cope correspond cover create cut deal decline decrease \
    defend define deliver demand depend describe design destroy detect determine develop die differ digest direct \
    discover discuss display dissociate dissolve distinguish divide dominate donate draw drive drop elicit eliminate \
    emerge emit emphasize emphasise employ enable enclose encode encourage end enhance ensure enter equal establish \
    evaluate evolve examine exceed exclude exert exhibit exist expand experience explain explore express extend \
    facilitate fail fall feed feel fill find flow focus follow form found fulfil fuel function gain gather generate \
    get give govern grant grow guide happen have heat help hold house identify ignore illustrate impair imply import \
    improve include increase indicate induce influence inform inhibit initiate innervate insulate integrate interact \
    interpret interrupt introduce invade involve isolate join keep know lack last lay lead learn let lie limit link \
    live locate lose lower maintain make manage map mark match mature mean measure mediate merge mimic model modify \
    monitor motivate move multiply need obtain occupy occur offer open operate oppose organize originate outline \
    oversee own pair participate pass perceive perform permit persist play point pose posit possess power precede \
    predict prefer present preserve prevent process produce promote propose protect provide pull pump push put raise \
    reach react read receive recognize record recover reduce refer reflect regulate reinforce reject relate relax \
    relay release rely remain remember remove replace replicate report represent reproduce require resemble resist \
    resolve respond rest restore restrict result retain return reveal rise rotate rule run say seek see select send \
    sense separate serve set shape share shift shine shorten show shrink signal slow solve specify speed spend spin \
    splice split spread stand start state stay stem stimulate stop store strengthen stress stretch strike study \
    suffer suggest supply support surround survive suppress sustain switch take target teach tell tend test think \
    tie trace transfer transform translate transmit transport travel treat trigger turn underlie undergo understand \
    use utilize value vary view watch work write yield
    """)

  private static let irregularPasts = list(
    """
    became began bore bound broke brought built came caught chose cut drew drove fell felt fought found gave grew \
    had held kept knew laid led left lent let lost made meant met put ran rose said saw sent set shook shot sold \
    spent sped split spoke spread spun stood stuck struck swept taught thought threw told took understood went won \
    wore wrote
    """)

  private static let irregularPlurals = list(
    """
    children people men women mice feet teeth data criteria phenomena bacteria gyri sulci nuclei fungi stimuli \
    hypotheses analyses neuroses psychoses diagnoses schemata mitochondria alleles larvae cristae vertebrae axes \
    theses crises foci algae alveoli bronchi bronchioli bacilli cocci loci radii villi thrombi emboli
    """)

  private static let singularInS = list(
    """
    pons biceps series species lens news gas always perhaps thus whereas as this has was does its is plus minus \
    bias chaos always
    """
  )
}
