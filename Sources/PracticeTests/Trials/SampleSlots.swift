import Assets

/// Slots of a plan on a sample note, the same every time, to try a model on.
struct SampleSlots {
  /// The first try at each slot, in one request.
  let assignments: [SlotAssignment]
  /// What they are grounded in.
  let passages: GroundedPassages

  private static let sample = "cell-biology.md"

  /// Plans some slots.
  ///
  /// - Throws: ``PlanningError``.
  init(_ count: Int) throws(PlanningError) {
    let text = Assets.samples.first { $0.name == Self.sample }?.text ?? ""
    let material = TestMaterial([(Self.sample, NoteReader.document(text: text, name: Self.sample))])
    let slots = try material.plan(TestRequest(count: count, difficulty: .easy, seed: 1)).slots
    let builtIn = BuiltInWriter(
      lexicon: material.lexicon, passages: material.passages, slots: slots, seed: 1, hasModel: true)
    passages = material.grounded
    assignments = slots.compactMap { slot in
      material.grounded[slot.passageID].map {
        SlotAssignment(slot: slot, passage: $0, method: .oneShot, builtIn: builtIn)
      }
    }
  }
}
