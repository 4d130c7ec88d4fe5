import PracticeTests

extension EffectRunner {
  /// Effects of the library's screen.
  func runBank(_ effect: AppEffect) {
    switch effect {
    case .searchBank(let query, let before):
      work {
        [.bank(.read(query, try $0.questions(query, before: before ?? .max), isMore: before != nil))]
      }
    case .readFacets: work { [.bank(.facetsRead(try $0.bankFacets()))] }
    case .readQuestion(let id): work { [.bank(.questionRead(try $0.question(id)))] }
    case .setQuestionDeleted(let isDeleted, let id):
      work {
        try $0.setDeleted(isDeleted, question: id)
        return [.bank(.changed)]
      }
    case .setTags(let tags, let id):
      work {
        try $0.setTags(tags, question: id)
        return [.bank(.changed)]
      }
    default: break
    }
  }
}
