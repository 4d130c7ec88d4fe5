import LanguageModels
import PracticeTests

extension EffectRunner {
  /// Effects about the backends and the settings.
  func runSettings(_ effect: SettingsEffect) {
    switch effect {
    case .probeBackends: probe()
    case .selectBackend(let id): select(id)
    case .agree(let backend, let host): agree(backend, host)
    case .readKey(let backend): tellKey(of: backend)
    case .storeKey(let text, let backend): storeKey(text, of: backend)
    case .listModels(let id): listModels(of: id)
    case .pullModel(let model, let id): pull(model, to: id)
    case .cancelPull(let id): held.withLock { $0.pulls[id] }?.cancel()
    case .readParameters(let backend): tellParameters(of: backend)
    case .setParameter(let name, let text, let backend): tellParameters(of: backend, after: set(name, to: text))
    case .setTheme(let theme): setTheme(theme)
    case .tryBackend(let id): tryBackend(id)
    case .cancelTrial: held.withLock { $0.trial }?.cancel()
    }
  }

  /// Tells of what changes about the backends, beginning with which there are.
  func listen(to changes: AsyncStream<ServiceChange>) async {
    send(.backends(.listed(await environment.service.backends, selected: await environment.service.selected.id)))
    tellRules()
    for await change in changes {
      switch change {
      case .configured(let backends, let selected):
        send(.backends(.listed(backends, selected: selected)))
        tellRules()
      case .selected(let id): send(.backends(.selected(id)))
      case .availability(let id, let availability):
        send(.backends(.probed(id, availability, at: environment.clock())))
      case .standIn(let id, let standIn, _): send(.backends(.replaced(id, by: standIn)))
      case .isBack(let id): send(.backends(.replaced(id, by: nil)))
      }
    }
  }

  /// Tells what the router goes by; a file that can't be read is told of where the router is wanted.
  func tellRules() {
    guard let settings = try? environment.settings.backends() else { return }
    send(.backends(.rulesRead(settings.mode, settings.privacy)))
  }

  private func probe() {
    let isFirst = held.withLock { held in
      defer { held.isProbing = true }
      return !held.isProbing
    }
    guard isFirst else { return }
    Task { [self] in
      // Each answer comes as a change.
      _ = await environment.service.refreshAll()
      held.withLock { $0.isProbing = false }
    }
  }

  private func select(_ id: String) {
    let saving = keep { [environment] in
      try await environment.settings.inTurn { try await environment.service.select(id) }
    }
    Task { [self] in
      do {
        try await saving.value
        await environment.service.preload()
        send(.settings(.choiceSaved(id)))
      } catch {
        send(.settings(.choiceFailed(Self.sentence(error))))
      }
    }
  }

  private func agree(_ backend: LLMBackendConfig, _ host: String) {
    let agreement = EgressAgreement(of: backend, to: host, environment: environment.variables)
    let saving = keep { [environment] in try await environment.settings.agree(to: agreement) }
    Task { [self] in
      do {
        try await saving.value
        probe()
      } catch {
        send(.failed(Self.sentence(error)))
      }
    }
  }

  // MARK: - Keys

  private func storeKey(_ text: String, of backend: LLMBackendConfig) {
    let storing = keep { [environment] in
      if text.isEmpty {
        _ = try await environment.keys.remove(for: backend)
      } else {
        _ = try await environment.keys.store(text, for: backend)
      }
    }
    tellKey(of: backend, after: storing)
  }

  /// Tells what is known of a key, and after a change, whether the backend can be used now.
  private func tellKey(of backend: LLMBackendConfig, after storing: Task<Void, any Error>? = nil) {
    Task { [self] in
      do {
        if let storing {
          try await storing.value
          _ = await environment.service.availability(of: backend.id)
        }
        let found = try await environment.keys.description(for: backend)
        send(.backends(.keyFound(backend.id, found.map(KeyState.known) ?? .none)))
      } catch {
        send(.backends(.keyFound(backend.id, .failed(Self.sentence(error)))))
      }
    }
  }

  // MARK: - Parameters

  /// Changes a setting; how the app looks may be one.
  private func set(_ name: String, to text: String) -> Task<Void, any Error> {
    keep { [self] in
      try await environment.settings.set(name, to: text)
      send(.interfaceChanged(try environment.settings.interface(environment.variables)))
    }
  }

  private func setTheme(_ theme: String) {
    let saving = set("ui.theme", to: theme)
    Task { [self] in
      do { try await saving.value } catch { send(.failed(Self.sentence(error))) }
    }
  }

  /// Tells of the settings, after a change as they are then.
  private func tellParameters(of backend: LLMBackendConfig, after saving: Task<Void, any Error>? = nil) {
    Task { [self] in
      do {
        try await saving?.value
        send(.parameters(.read(backend.id, try environment.settings.parameters(of: backend))))
        probe()
      } catch {
        send(.parameters(.failed(Self.sentence(error))))
      }
    }
  }

  // MARK: - Models

  private func listModels(of id: String) {
    Task { [self] in
      do {
        send(.models(.listed(id, try await environment.service.models(of: id))))
      } catch {
        send(.models(.listFailed(id, Self.sentence(error))))
      }
    }
  }

  private func pull(_ model: String, to id: String) {
    held.withLock { held in
      guard held.pulls[id] == nil else { return }
      held.pulls[id] = Task { [self] in
        var problem: String?
        do {
          try await environment.service.pull(model, to: id) { [self] in send(.backends(.pulling(id, $0))) }
        } catch  where Task.isCancelled {
          problem = "Stopped; what has come is kept, and it goes on from there when it is brought again."
        } catch {
          problem = Self.sentence(error)
        }
        self.held.withLock { $0.pulls[id] = nil }
        send(.backends(.pullEnded(id, problem: problem)))
        if problem == nil { _ = await environment.service.availability(of: id) }
      }
    }
  }

  // MARK: - Trial

  private func tryBackend(_ id: String) {
    let trial: Task<Void, Never> = Task { [self] in
      do {
        let trial = try await QuestionTrial.ask(environment.service, backend: id) { [self] text in
          send(.trial(.textArrived(text)))
        }
        send(.trial(.ended(trial)))
      } catch  where Task.isCancelled {
        return
      } catch {
        send(.trial(.failed(Self.sentence(error))))
      }
      _ = await environment.service.availability(of: id)
    }
    held.withLock { held in
      held.trial?.cancel()
      held.trial = trial
    }
  }
}
