extension PlainPhrases {
  /// What is only polite, or says nothing.
  static let courtesies = PlainVocabulary(
    words: """
      please|pls|thanks|thank you|thx|hi|hey|hello|ok|okay|so|well|now|right now|today|again|testlet|can you|could you|\
      would you|will you|can i|could i|may i|i want to|i want you to|i'd like to|i'd like you to|i would like to|\
      i need to|i need you to|let's|lets|let us|let me|go ahead and|kindly|just|quickly|i want|i'd like|i would like|\
      i need|i should|for me|tell me|then|time to|it's time to|i have to|help me to
      """)
  /// What stands between a verb and the name of a test or a place.
  static let articles = PlainVocabulary(
    words: "the|my|our|a|an|all|of my|me|to|up|every|into")
  /// What stands around the name of a test.
  static let testWords = PlainVocabulary(
    words: """
      the|my|our|test|quiz|exam|practice test|about|on|of|called|titled|named|from|in|for|with the title|number|that|\
      this|me|with|course|class|its|attempts|and its attempts|results of|result of|results|again|id|once more|\
      with the id
      """)
  /// A new test, not one that is there.
  static let indefinite = PlainVocabulary(words: "a|an|another|new|some|any")
  /// What stands before the format of an export.
  static let exportWords = PlainVocabulary(
    words: "as|to|into|in|for|as a|to a|into a|as an|to an|into an|in the|for the")
  /// What stands before the file of an export.
  static let fileWords = PlainVocabulary(
    words: "to|into|in|to the file|into the file|in the file|to a file called|into a file called|and write it to")
  /// What ends a search.
  static let searchPlaces = PlainVocabulary(
    words: "in the library|in my library|in my questions|in all questions|in the question bank|in all my questions")
  /// What stands around files of notes.
  static let noteWords = PlainVocabulary(
    words: "the|my|our|notes|note|file|files|from|of|on|for|and|in|course|lecture|slides|all|chapter|me|about|a|both")
  /// The latest test.
  static let latest = PlainVocabulary(
    words: "last|latest|newest|most recent|recent|previous|just made|last made|that last")
  /// What a test is called after that.
  static let testNouns = PlainVocabulary(words: "test|quiz|exam|practice test")
  /// What is due, after "review".
  static let due = PlainVocabulary(
    words: """
      what is due|what's due|whats due|what's due today|what is due now|everything|everything due|\
      everything that is due|everything that's due|due questions|the due questions|all due questions|my due questions|\
      due cards|the due cards|due|what i missed|what i got wrong|my mistakes|mistakes|my cards|my questions|\
      the questions that are due|questions that are due|due items|my reviews|what comes back|all that is due|\
      what was missed
      """)
  /// What stands before the name of what figures are wanted of.
  static let about = PlainVocabulary(
    words: "in|on|about|with|for|of|at|by topic in|when it comes to|as for|topic|course|my|the|class")
}

/// What a sentence begins with when it is not about making a test.
enum PlainIntent: Sendable {
  case reviewWhatIsDue
  case review
  case stats
  case delete
  case export
  case print
  case pdf
  case summarise
  case search
  case open
  case take
  case goTo(PlainAction.Place)
}

extension PlainPhrases {
  static let intents = PlainVocabulary<PlainIntent>([
    """
    what is due|what's due|whats due|is anything due|anything due|due reviews|do my reviews|do the reviews|\
    start reviewing|start my review|start the review|start my reviews|reviews|what should i review|\
    what do i have to review|practise what i missed|practice what i missed|practise what i got wrong|\
    practice what i got wrong|go over my mistakes|go over what i missed|go over what i got wrong|repeat what i missed|\
    repeat my mistakes|what did i get wrong|what do i have to repeat|ask me what is due|quiz me on what is due|\
    quiz me on what i missed|test me on what i missed|open the review|open the reviews|show the reviews|\
    go to the reviews
    """: .reviewWhatIsDue,
    "review|revise|repeat|go over|go through": .review,
    """
    how am i doing|how i am doing|how i'm doing|how did i do|how good am i|how well am i doing|how well do i know|\
    what do i know|how is my progress|my progress|progress|show progress|show my progress|show me my progress|\
    stats|statistics|my stats|my statistics|show stats|show statistics|show my stats|show my statistics|\
    show me my stats|show me my statistics|show the stats|show the statistics|open the stats|open stats|\
    open the statistics|my scores|show my scores|show me my scores|figures|show the figures|my results|\
    how much do i know|what are my weak topics|what are my weakest topics|where am i weak|where am i weakest|\
    what are my weak spots|how far am i|how bad am i|am i getting better|mastery|my mastery|show my mastery|\
    what is my mastery|my figures
    """: .stats,
    "delete|remove|erase|discard|trash|throw away|get rid of|bin|scrap|drop": .delete,
    "export|save|convert|download|turn|write out": .export,
    "print|print out|print me": .print,
    "pdf of|a pdf of|make a pdf of|make me a pdf of|create a pdf of|write a pdf of|give me a pdf of": .pdf,
    """
    summarise|summarize|sum up|summary of|a summary of|make a summary of|write a summary of|give me a summary of|\
    make a study sheet from|make a study sheet of|make a study sheet for|write a study sheet from|\
    write a study sheet of|write a study sheet for|write me a study sheet from|write me a study sheet for|\
    study sheet from|study sheet for|study sheet of|a study sheet from|a study sheet for|give me a study sheet for|\
    give me a study sheet from|make me a study sheet from|make me a study sheet for|condense|boil down
    """: .summarise,
    """
    search|search for|search questions|search my questions|search the library|search the library for|\
    search my questions for|search all questions for|find|find questions|find questions about|find questions on|\
    find my questions about|find all questions about|find the question about|find me questions about|\
    find the questions about|look for|look up|look for questions about|which questions are about|\
    which questions ask about|what questions do i have about|what questions do i have on|show all questions about|\
    show me all questions about|show my questions about|show me my questions about|show the questions about|\
    show me the questions about|do i have questions about|do i have questions on|do i have any questions about|\
    do i have any questions on
    """: .search,
    "open|show|go to|take me to|see|view|list|bring up|display|switch to|look at|change|choose|edit": .open,
    """
    take|start|begin|continue|resume|retake|redo|do|go on with|carry on with|go back to|finish|return to|repeat|retry
    """: .take,
    "what can you do|what can i say|what can i do here|help|which keys are there|what are the keys|show me the keys":
      .goTo(
        .help),
    "switch model|switch models|change model|which model writes|choose a model|pick a model|use another model": .goTo(
      .settings),
  ])
}

extension PlainPhrases {
  static let places = PlainVocabulary<PlainAction.Place>([
    "tests|test list|list of tests|home|quizzes|exams": .tests,
    "new test form|form|form of a new test|new test": .newTest,
    "library|question library|questions|question bank|bank": .library,
    "notes|sources|note files|files|files of notes|documents|coverage|coverage of my notes": .notes,
    "settings|preferences|configuration|setup|backends|backend|model|models|another model|other model": .settings,
    "help|keys|shortcuts|key list|commands|list of keys": .help,
  ])
}

extension PlainPhrases {
  static let exports = PlainVocabulary<ExportFormat>([
    "gift|gift format|gift file": .gift,
    "aiken|aiken format|aiken file": .aiken,
    "moodle|moodle xml|moodle format|xml": .moodleXML,
    "anki|anki cards|anki deck|anki text|anki file|anki flashcards|flashcards": .anki,
    "csv|spreadsheet|excel|csv file|table": .csv,
    "json|json file": .json,
    "markdown|md|markdown file|text": .markdown,
    "html|web page|webpage|html file|html page|web": .html,
  ])
}
