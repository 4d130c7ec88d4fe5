import Dispatch
import Foundation
import Terminal

/// Connects the state with the terminal: keys in, canvases out, effects to their runner.
@MainActor
final class AppRunner {
  private let environment: AppEnvironment
  private let session: TerminalSession
  private var state: AppState
  private var effects: EffectRunner?
  private var frames: FrameGate?
  private var isClockSet = false
  private var failure: (any Error)?

  init(environment: AppEnvironment) throws {
    self.environment = environment
    session = try TerminalSession(options: environment.terminal, environment: environment.variables)
    state = AppState(size: session.size, interface: environment.interface, now: environment.clock())
  }

  /// Draws, then begins the work; returns when the student leaves.
  func run(_ start: TestletApp.Start) async throws {
    let frames = FrameGate { [weak self] in self?.draw() }
    self.frames = frames
    frames.drawNow()
    let leave: ScreenLeaver = { [session] body in try await session.withScreenLeft { try await body() } }
    let effects = EffectRunner(environment: environment, leavingScreen: leave) { event in
      DispatchQueue.main.async { MainActor.assumeIsolated { [weak self] in self?.receive(event) } }
    }
    self.effects = effects
    perform(state.update(.started(start)))
    await session.run(
      onTermination: { [weak self] _ in await self?.finish() }, onKeysRead: { [frames] in frames.drawNow() },
      onKey: { [weak self] key in self?.press(key) })
    perform(state.update(.endingBegan))
    await effects.finish(tell: environment.tell)
    if let failure { throw failure }
  }

  private func press(_ key: Key) {
    if key == .resize {
      perform(state.update(.resized(session.size)))
    } else {
      perform(state.update(.keyPressed(key, at: environment.clock())))
    }
  }

  private func receive(_ event: EffectRunner.Event) {
    switch event {
    case .action(let action):
      perform(state.update(action))
      frames?.request()
    case .fatal(let error):
      failure = error
      session.close()
    }
  }

  private func perform(_ wanted: [AppEffect]) {
    for effect in wanted {
      switch effect {
      case .redraw: session.redraw()
      case .useInterface(let interface): session.use(theme: interface.theme, mouse: interface.usesMouse)
      case .quit: session.close()
      default: effects?.run(effect)
      }
    }
  }

  private func draw() {
    session.draw(state.view())
    setClock()
  }

  /// One wake a second, only while something that shows time is on the screen.
  private func setClock() {
    guard state.wantsClock, !isClockSet else { return }
    isClockSet = true
    DispatchQueue.main.asyncAfter(deadline: .now() + .seconds(1)) { [weak self] in
      MainActor.assumeIsolated {
        guard let self else { return }
        self.isClockSet = false
        self.perform(self.state.update(.ticked(at: self.environment.clock())))
        self.frames?.drawNow()
      }
    }
  }

  /// Keeps what is not kept yet, and ends what is being made.
  private func finish() async {
    perform(state.update(.endingBegan))
    await effects?.finish()
  }
}
