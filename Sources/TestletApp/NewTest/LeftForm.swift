extension AppState {
  /// Shows the form of a new test as it was left, or a new one.
  mutating func openForm() -> [AppEffect] {
    guard var form = leftForm else {
      show(.newTest(NewTestState()))
      return [.planning(.prepareNewTest)]
    }
    // Coming back to a form makes it the student's own.
    form.isAskedFor = false
    leftForm = form
    let effects = form.outline == nil ? [form.reading] : form.plan() + form.outlineAgain()
    show(.newTest(form))
    return form.start == nil ? [.planning(.prepareNewTest)] + effects : effects
  }

  /// Keeps a form to come back to; one that was asked for elsewhere does not replace the student's own.
  mutating func leave(_ form: NewTestState) {
    if form.isAskedFor, leftForm?.isAskedFor == false { return }
    leftForm = form.asLeft
  }

  /// Lets the form go of which a test was made; the student's own stays where another one was asked for.
  mutating func forgetMadeForm() {
    if newTest?.isAskedFor == leftForm?.isAskedFor { leftForm = nil }
  }
}
