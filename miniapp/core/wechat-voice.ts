/** What WeChat's plugin WechatSI offers of speech: it makes a sound file of a text, on its own servers. */
export interface SpeechPlugin {
  textToSpeech(request: {
    readonly lang: "zh_CN";
    readonly tts: true;
    /** At most 1,000 bytes. */
    readonly content: string;
    readonly success: (made: { readonly filename: string }) => void;
    readonly fail: () => void;
  }): void;
}

/** The part of WeChat's player that reading aloud needs. */
export interface Player {
  src: string;
  play(): void;
  stop(): void;
}

interface Parts {
  readonly plugin: () => SpeechPlugin;
  /** @param failed the player could not play a file */
  readonly newPlayer: (failed: () => void) => Player;
  /** The sentence asked for last cannot be heard. */
  readonly onSilence: () => void;
}

/** A voice in WeChat. The sentence asked for last is heard; one that is still being read stops, one still being made is dropped. */
export function wechatVoice({ plugin, newPlayer, onSilence }: Parts): (sentence: string) => void {
  let asked = 0;
  let player: Player | undefined;
  return (sentence) => {
    asked += 1;
    const turn = asked;
    player?.stop();
    plugin().textToSpeech({
      lang: "zh_CN",
      tts: true,
      content: sentence,
      success: ({ filename }) => {
        if (turn !== asked) return;
        player ??= newPlayer(onSilence);
        player.src = filename;
        player.play();
      },
      fail: () => {
        if (turn === asked) onSilence();
      },
    });
  };
}
