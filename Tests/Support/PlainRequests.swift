/// Requests in plain words with the action that each asks for, and the names that they can mean.
public enum PlainRequests {
  /// Files of notes.
  public static let notes: [(path: String, title: String, course: String?, topics: [String])] = [
    (
      "/n/biology/bio.md", "Biology", "Biology",
      ["Glycolysis", "The Krebs Cycle", "Photosynthesis", "Cell Membranes", "Enzymes"]
    ),
    ("/n/biology/week-1.md", "The Living Cell", "Biology", ["The Cell", "Organelles"]),
    ("/n/biology/week-3.md", "Transport", "Biology", ["Osmosis", "Diffusion"]),
    ("/n/chemistry/acids.md", "Acids", "Chemistry", ["Acids and Bases", "The pH Scale", "Titration"]),
    ("/n/chemistry/bonds.pdf", "Chemical Bonds", "Chemistry", ["Ionic Bonds", "Covalent Bonds"]),
    (
      "/n/history/french-revolution.md", "The French Revolution", "World History",
      ["Causes of the Revolution", "The Terror", "Napoleon"]
    ),
    ("/n/physics/thermo.md", "Thermodynamics", "Physics", ["Entropy", "Heat Engines", "The First Law"]),
    ("/n/draft.md", "", nil, []),
  ]

  /// Tests, the newest first.
  public static let tests: [(id: String, title: String, course: String)] = [
    ("k3f9aa", "Acids and Bases", "Chemistry"), ("p7c2bb", "Week 1: The Cell", "Biology"),
    ("m4d8cc", "The French Revolution", "World History"), ("z1x5dd", "Midterm", "Biology"),
  ]

  /// What is said, and what it asks for: a command, the sentence of what only the app does, or "-" for nothing that can be
  /// done.
  public static let table: [(said: String, wanted: String)] = lines.map { line in
    let parts = line.split(separator: " => ", maxSplits: 1)
    return (String(parts[0]), String(parts[1]))
  }

  private static let lines = """
    10 hard questions on glycolysis from bio.md, no true/false => testlet generate /n/biology/bio.md --course Biology --topic Glycolysis --difficulty hard --format multiple-choice --format cloze --format short-answer --format explanation
    review what is due => testlet review
    quiz me on the cell, short answers only => testlet generate --course Biology --topic 'The Cell' --format short-answer
    delete my last test => testlet delete k3f9aa
    export the last test as anki => testlet export k3f9aa --to anki
    how am I doing in chemistry => testlet stats --course Chemistry
    summarise bio.md => testlet summarize /n/biology/bio.md
    twenty cloze questions from week 3 => testlet generate /n/biology/week-3.md --course Biology --count 20 --format cloze
    10 hard ones on entropy => testlet generate --course Physics --topic Entropy --difficulty hard
    make a test from bio.md => testlet generate /n/biology/bio.md --course Biology
    Make me a quiz about osmosis, please. => testlet generate --course Biology --topic Osmosis
    a dozen questions about enzymes => testlet generate --course Biology --topic Enzymes --count 12
    half a dozen easy questions on napoleon => testlet generate --course 'World History' --topic Napoleon --count 6 --difficulty easy
    twenty-five questions from bio.md => testlet generate /n/biology/bio.md --course Biology --count 25
    one hundred and twenty questions from bio.md => testlet generate /n/biology/bio.md --course Biology --count 120
    200 questions from the biology course => testlet generate --course Biology --count 200
    one question on titration => testlet generate --course Chemistry --topic Titration --count 1
    a 15-question quiz on photosynthesis => testlet generate --course Biology --topic Photosynthesis --count 15
    give me about 20 questions on titration => testlet generate --course Chemistry --topic Titration --count 20
    ask me five things about entropy => testlet generate --course Physics --topic Entropy --count 5
    quiz me with 8 questions => Make 8 medium questions from notes still to be chosen: multiple choice.
    new test => Open the form of a new test.
    I'd like 30 medium questions from acids.md => testlet generate /n/chemistry/acids.md --course Chemistry --count 30
    could you please make 5 easy questions from draft.md => testlet generate /n/draft.md --count 5 --difficulty easy
    two dozen tough questions on world history => testlet generate --course 'World History' --count 24 --difficulty hard
    only multiple choice from bio.md => testlet generate /n/biology/bio.md --course Biology
    15 true/false questions on enzymes => testlet generate --course Biology --topic Enzymes --count 15 --format true-false
    true or false quiz on the french revolution => testlet generate /n/history/french-revolution.md --course 'World History' --format true-false
    fill in the blanks on the krebs cycle => testlet generate --course Biology --topic 'The Krebs Cycle' --format cloze
    10 fill-in-the-blank questions from week-1.md => testlet generate /n/biology/week-1.md --course Biology --format cloze
    essay questions about the terror => testlet generate --course 'World History' --topic 'The Terror' --format explanation
    multiple choice and cloze on osmosis => testlet generate --course Biology --topic Osmosis --format multiple-choice --format cloze
    a test on diffusion without explanations => testlet generate --course Biology --topic Diffusion --format multiple-choice --format true-false --format cloze --format short-answer
    quiz me on heat engines, no multiple choice => testlet generate --course Physics --topic 'Heat Engines' --format true-false --format cloze --format short-answer --format explanation
    20 questions on ionic bonds, no true/false and no cloze => testlet generate --course Chemistry --topic 'Ionic Bonds' --count 20 --format multiple-choice --format short-answer --format explanation
    all formats on entropy => testlet generate --course Physics --topic Entropy --format multiple-choice --format true-false --format cloze --format short-answer --format explanation
    10 MCQs on the ph scale with 5 options each => testlet generate --course Chemistry --topic 'The pH Scale' --choices 5
    12 multiple choice questions with three choices from bonds.pdf => testlet generate /n/chemistry/bonds.pdf --course Chemistry --count 12 --choices 3
    short answer and explanation questions on photosynthesis => testlet generate --course Biology --topic Photosynthesis --format short-answer --format explanation
    everything but true/false from thermo.md => testlet generate /n/physics/thermo.md --course Physics --format multiple-choice --format cloze --format short-answer --format explanation
    hard cloze questions on covalent bonds, just 5 => testlet generate --course Chemistry --topic 'Covalent Bonds' --count 5 --difficulty hard --format cloze
    t/f from bio.md => testlet generate /n/biology/bio.md --course Biology --format true-false
    mixed questions on enzymes => testlet generate --course Biology --topic Enzymes --format multiple-choice --format true-false --format cloze --format short-answer --format explanation
    nothing but short answers on titration => testlet generate --course Chemistry --topic Titration --format short-answer
    test me on glycolysis and the krebs cycle => testlet generate --course Biology --topic Glycolysis --topic 'The Krebs Cycle'
    quiz on acids and bases => testlet generate --course Chemistry --topic 'Acids and Bases'
    questions from week 1 and week 3 => testlet generate /n/biology/week-1.md /n/biology/week-3.md --course Biology
    biology test, 20 questions, hard => testlet generate --course Biology --count 20 --difficulty hard
    chemistry quiz => testlet generate --course Chemistry
    10 easy chemistry questions => testlet generate --course Chemistry --difficulty easy
    quiz me on my french revolution notes => testlet generate /n/history/french-revolution.md --course 'World History'
    an easy test for the physics course => testlet generate --course Physics --difficulty easy
    questions on the first law from thermo.md => testlet generate /n/physics/thermo.md --course Physics --topic 'The First Law'
    practise enzymes => testlet generate --course Biology --topic Enzymes
    drill me on titration => testlet generate --course Chemistry --topic Titration
    10 questions about causes of the revolution => testlet generate --course 'World History' --topic 'Causes of the Revolution'
    questions using bonds.pdf and acids.md => testlet generate /n/chemistry/bonds.pdf /n/chemistry/acids.md --course Chemistry
    a hard test on organelles called "Cell parts" => testlet generate --course Biology --title 'Cell parts' --topic Organelles --difficulty hard
    make a quiz titled Warm-up, 5 easy questions on entropy => testlet generate --course Physics --title Warm-up --topic Entropy --count 5 --difficulty easy
    5 questions on photosynthesis in biology => testlet generate --course Biology --topic Photosynthesis --count 5
    another hard one on entropy => testlet generate --course Physics --topic Entropy --count 1 --difficulty hard
    generate 40 questions based on /n/physics/thermo.md => testlet generate /n/physics/thermo.md --course Physics --count 40
    10 hard questons on glycolisis => testlet generate --course Biology --topic Glycolysis --difficulty hard
    quiz me on photosyntesis => testlet generate --course Biology --topic Photosynthesis
    mutliple choice on entropy => testlet generate --course Physics --topic Entropy
    10 dificult questions from the chemsitry course => testlet generate --course Chemistry --difficulty hard
    sumarise bio.md => testlet summarize /n/biology/bio.md
    delte my last test => testlet delete k3f9aa
    what's due? => testlet review
    review => testlet review
    Let's review everything that is due today => testlet review
    go over my mistakes => testlet review
    do my reviews => testlet review
    practise what I got wrong => testlet review
    ask me what is due => testlet review
    stats => testlet stats
    show my progress => testlet stats
    how am i doing? => testlet stats
    how well do I know the krebs cycle => testlet stats --topic 'The Krebs Cycle'
    what are my weakest topics => testlet stats
    my progress in world history => testlet stats --course 'World History'
    where am I weak in biology? => testlet stats --course Biology
    find questions about osmosis => Search the library for "osmosis".
    search for electron transport chain => Search the library for "electron transport chain".
    which questions are about napoleon? => Search the library for "napoleon".
    look for mitochondria in my library => Search the library for "mitochondria".
    show me all questions about acids => Search the library for "acids".
    open my last test => testlet take k3f9aa
    take the midterm => testlet take z1x5dd
    continue the french revolution test => testlet take m4d8cc
    retake the week 1 quiz => testlet take p7c2bb
    take test m4d8 => testlet take m4d8cc
    show the results of my last test => testlet take k3f9aa
    open the latest biology test => testlet take p7c2bb
    delete the midterm => testlet delete z1x5dd
    remove test k3f9aa => testlet delete k3f9aa
    throw away the quiz about acids and bases => testlet delete k3f9aa
    get rid of the last chemistry test => testlet delete k3f9aa
    export the midterm to moodle => testlet export z1x5dd --to moodle-xml
    save my last test as csv => testlet export k3f9aa --to csv
    turn the french revolution test into anki cards => testlet export m4d8cc --to anki
    export test p7c2 as html without answers => testlet export p7c2bb --to html --no-answers
    print the midterm as a web page => testlet export z1x5dd --to html
    print the answers => testlet export k3f9aa --to html
    Print out the answers of the midterm, please. => testlet export z1x5dd --to html
    print me the answer key for the french revolution test => testlet export m4d8cc --to html
    print my last test => testlet export k3f9aa --to html
    print the midterm with the answers => testlet export z1x5dd --to html
    print the midterm without answers => testlet export z1x5dd --to html --no-answers
    export the midterm as html with answers => testlet export z1x5dd --to html
    export the answers to the midterm as markdown => testlet export z1x5dd --to markdown
    export as pdf => -
    print the answers as a pdf => -
    make a pdf of my last test => -
    export the latest test in gift format => testlet export k3f9aa --to gift
    summarize week 3 => testlet summarize /n/biology/week-3.md
    write a study sheet from bio.md and week-1.md => testlet summarize /n/biology/bio.md /n/biology/week-1.md
    give me a summary of my chemistry notes => testlet summarize /n/chemistry/acids.md /n/chemistry/bonds.pdf
    open the settings => Open the settings.
    settings => Open the settings.
    show my notes => Open the notes.
    go to the library => Open the library.
    list my tests => testlet list
    help => Show all keys.
    what can you do => Show all keys.
    choose another model => Open the settings.
    300 questions from bio.md => -
    zero questions on entropy => -
    multiple choice with 7 options on entropy => -
    10 questions on quantum gravity => -
    quiz me from missing.md => -
    delete all my tests => -
    delete the test => -
    export the last test => -
    only multiple choice, no multiple choice, on entropy => -
    quiz me on the revolution => -
    quiz me on bonds => testlet generate /n/chemistry/bonds.pdf --course Chemistry
    open the biology test => -
    10 questions about entropy from acids.md => -
    what is the capital of France => -
    a 20 minute quiz on entropy => -
    I have an exam tomorrow, throw twenty nasty ones on enzymes at me => testlet generate --course Biology --topic Enzymes --count 20 --difficulty hard
    entropy has me confused, could I get a handful of simple true/false to warm up => testlet generate --course Physics --topic Entropy --difficulty easy --format true-false
    the midterm can go in the bin => testlet delete z1x5dd
    am I any good at chemistry yet? => testlet stats --course Chemistry
    which of my questions mention napoleon => Search the library for "napoleon".
    boil week 3 down to one page for me => testlet summarize /n/biology/week-3.md
    my teacher wants the midterm in moodle => testlet export z1x5dd --to moodle-xml
    it's titration next week: fifteen cloze, brutal => testlet generate --course Chemistry --topic Titration --count 15 --difficulty hard --format cloze
    let me have another go at the midterm => testlet take z1x5dd
    what do I still have to go through today => testlet review
    spare me the true or false, otherwise quiz me on diffusion => testlet generate --course Biology --topic Diffusion --format multiple-choice --format cloze --format short-answer --format explanation
    who writes the questions? I want to change that => Open the settings.
    """.split(separator: "\n").map(String.init)
}
