import Foundation
import PracticeTests

extension EffectRunner {
  /// Generates what is open of a test, and tells of it.
  func generate(_ id: String, reopensMissing: Bool, allowsFallback: Bool) {
    work { [self] library in
      held.withLock { held in
        guard !held.isFinishing else { return }
        held.generations[id] = Task { [self] in
          await follow(id, reopensMissing: reopensMissing, allowsFallback: allowsFallback, library)
          self.held.withLock { $0.generations[id] = nil }
        }
      }
      return []
    }
  }

  private func follow(_ id: String, reopensMissing: Bool, allowsFallback: Bool, _ library: Library) async {
    do {
      let generator = TestGenerator(
        library: library, service: environment.service, settings: try environment.settings.generation(),
        newID: Library.randomID)
      let status = try await generator.run(
        id, reopensMissing: reopensMissing, allowsFallback: allowsFallback
      ) { [self] event in
        send(.generation(testID: id, action(for: event)))
      }
      send(.generation(testID: id, .ended(status, at: environment.clock())))
    } catch  where Task.isCancelled {
      work { [environment] library in
        [.generation(testID: id, .cancelled(try library.test(id), at: environment.clock()))]
      }
    } catch {
      send(.generation(testID: id, .stopped(Self.sentence(error), at: environment.clock())))
    }
  }

  private func action(for event: GenerationEvent) -> GenerationAction {
    switch event {
    case .began(let test): .began(test, at: environment.clock())
    case .slot(let index, let progress): .slotProgressed(index, progress)
    case .text(let slot, let text): .draftArrived(slot: slot, text)
    case .stats(let stats): .statsChanged(stats)
    case .calibrating(let done, let total): .calibrating(done: done, of: total)
    case .calibrated: .calibrated
    case .measuringDrafting(let done, let most): .measuringDrafting(done: done, of: most)
    case .draftingMeasured(let model, let calibration):
      .draftingMeasured(Accounting.sentence(calibration, of: model))
    }
  }
}
