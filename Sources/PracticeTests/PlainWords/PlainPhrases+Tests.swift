/// What belongs to making a test.
extension PlainPhrases {
  /// The formats; `nil` for all of them.
  static let formats = PlainVocabulary<QuestionFormat?>([
    """
    multiple choice|multiple choices|multi choice|multichoice|mcq|mcqs|mc|mult choice|choice|pick one|single choice|a b c d
    """: .multipleChoice,
    """
    true or false|true false|true and false|t f|tf|yes or no|yes no|statements
    """: .trueFalse,
    """
    cloze|clozes|cloze deletion|cloze deletions|fill in the blank|fill in the blanks|fill in blanks|fill in|fill ins|\
    fill the blank|fill the blanks|fill the gap|fill the gaps|fill in the gap|fill in the gaps|gap fill|gap|gaps|blanks|\
    gap text|gap texts|missing word|missing words
    """: .cloze,
    """
    short answer|short answers|short answered|brief answer|brief answers|one word answer|one word answers|short response|\
    short responses|short written answers
    """: .shortAnswer,
    """
    explanation|explanations|essay|essays|long answer|long answers|written explanation|\
    written explanations|free text|open ended|open questions
    """: .explanation,
    """
    all formats|all kinds|all types|every format|every kind|every type|any format|any kind|mixed formats|mixed|mix of formats|\
    a mix|a mix of formats|mix|a mixture|different formats|all sorts|every sort|of everything
    """: nil,
  ])
}

extension PlainPhrases {
  static let difficulties = PlainVocabulary<Difficulty>([
    "easy|easier|easiest|simple|basic|beginner|gentle|elementary": .easy,
    "medium|moderate|normal|average|intermediate|standard|middling|medium hard": .medium,
    "hard|harder|hardest|difficult|tough|tricky|challenging|advanced|demanding|nasty|brutal|very hard": .hard,
  ])
}

extension PlainPhrases {
  /// What stands before a name.
  static let prepositions = PlainVocabulary<NameFinder.Role>([
    "about|on|covering|covers|regarding|concerning|over|around|dealing with|that cover|that covers|to do with":
      .subject,
    """
    from|out of|using|based on|drawn from|taken from|made from|by using|from within|off|from my|from the file|from the notes
    """: .source,
    "in|for|of|within|at": .place,
    "course|class|module|from the course|for the course|in the course|from my course": .course,
    "topic|topics|chapter|section|subject|unit|lecture|lesson|part": .topic,
    "file|document|handout": .file,
  ])
}

extension PlainPhrases {
  /// What makes of the name before it that of a course.
  static let courseNouns = PlainVocabulary(words: "course|class|module|semester")
  /// What makes of the formats after it those that are not wanted.
  static let negations = PlainVocabulary(
    words: """
      no|not|without|without any|except|except for|but no|but not|but without|excluding|skip|skipping|leave out|\
      leaving out|minus|none of|no more|not any|avoid|don't use|dont use|do not use|omit|omitting|and no|and not|never|nor|\
      anything but|everything but|all but|all except
      """)
  /// What goes on with what was said.
  static let joiners = PlainVocabulary(words: "and|or|and also|as well as")
  /// What turns to something else.
  static let turns = PlainVocabulary(
    words: "but|with|plus|also|then|use|include|including|but with|but use|and use|and with")
  /// What says that there is nothing else than the formats beside it.
  static let exclusions = PlainVocabulary(
    words: "only|just|nothing but|exclusively|purely|solely|nothing else|and nothing else|entirely|all in")
  /// The nouns for questions.
  static let questions = PlainVocabulary(
    words: "question|questions|qs|item|items|ones|problem|problems|cards|card|flashcards|prompts")
  /// The nouns for a test.
  static let tests = PlainVocabulary(
    words: "test|tests|quiz|quizzes|quizz|exam|exams|practice test|practice exam|mock exam|mock test|questionnaire")
  /// What is wanted by itself, without a noun.
  static let requests = PlainVocabulary(
    words: """
      quiz me|test me|ask me|examine me|drill me|grill me|check me|let me practise|let me practice|practise|practice|\
      make|create|generate|write|build|prepare|compose|produce|put together|set up|set me|draw up|come up with|make up|\
      give me|get me|start|begin|take|do|another|i want|i need|i'd like|new
      """)
  /// Options of a question.
  static let options = PlainVocabulary(
    words: """
      options|option|choices|choice|alternatives|alternative|possible answers|answer options|answer choices|answers|\
      options each|choices each|options per question|choices per question|possible answers each|answers each|\
      options to choose from|answers to choose from
      """)
  /// What begins a title.
  static let titles = PlainVocabulary(
    words: "called|titled|named|name it|call it|title|entitled|with the title|with title|with the name|and call it")
  /// What goes with a number that is no number of questions.
  static let measures = PlainVocabulary(
    words: "minute|minutes|min|mins|hour|hours|second|seconds|page|pages|percent|points|point|marks|%|times|days|weeks")
  /// What can be left out of the wish for a test.
  static let fillers = PlainVocabulary(
    words: """
      a|an|the|some|any|my|our|me|for me|it|its|that|which|who|are|is|be|should be|as well|too|\
      very|really|pretty|quite|rather|please|i|to|new|more|another|short|quick|little|nice|good|practice|practise|study|mock|\
      level|difficulty|format|formats|type|types|kind|kinds|style|them|all|each|per question|\
      note|notes|slides|material|materials|text|lecture notes|stuff|things|everything|course|class|\
      long|of them|and then|by|myself|time|this time|exactly|total|in total|altogether|worth|make them|they should be|\
      questions should be|having|have|has|containing|consisting of|length
      """)
}
