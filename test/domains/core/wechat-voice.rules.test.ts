import { expect, test } from "@jest/globals";
import { wechatVoice, type SpeechPlugin } from "@miniapp/core/wechat-voice";

type Request = Parameters<SpeechPlugin["textToSpeech"]>[0];

/** The plugin and the player of a phone, answered by the test. */
function phone() {
  const requests: Request[] = [];
  const heard: string[] = [];
  const seen = { players: 0, stops: 0, silences: 0 };
  let breakPlayer: () => void = () => undefined;
  const speak = wechatVoice({
    plugin: () => ({ textToSpeech: (request) => void requests.push(request) }),
    newPlayer: (failed) => {
      seen.players += 1;
      breakPlayer = failed;
      return {
        src: "",
        play() {
          heard.push(this.src);
        },
        stop: () => void (seen.stops += 1),
      };
    },
    onSilence: () => void (seen.silences += 1),
  });
  const request = (index: number): Request => {
    const found = requests[index];
    if (!found) throw new Error(`no request ${index}`);
    return found;
  };
  return { speak, requests, request, heard, seen, breakPlayer: () => breakPlayer() };
}

test("a sentence is made into a file in Chinese, and the file is played", () => {
  const { speak, request, heard, seen } = phone();
  speak("明天中午 11:30");
  expect(request(0)).toMatchObject({ lang: "zh_CN", tts: true, content: "明天中午 11:30" });
  expect(heard).toEqual([]);
  request(0).success({ filename: "first.mp3" });
  expect(heard).toEqual(["first.mp3"]);
  expect(seen.silences).toBe(0);
});

test("a second sentence stops the first, with one player for both", () => {
  const { speak, request, heard, seen } = phone();
  speak("一");
  request(0).success({ filename: "one.mp3" });
  speak("二");
  expect(seen.stops).toBe(1);
  request(1).success({ filename: "two.mp3" });
  expect(heard).toEqual(["one.mp3", "two.mp3"]);
  expect(seen.players).toBe(1);
});

test("a file that comes after another sentence was asked for is not heard, nor its failure told", () => {
  const { speak, request, heard, seen } = phone();
  speak("一");
  speak("二");
  speak("三");
  request(2).success({ filename: "three.mp3" });
  request(0).success({ filename: "one.mp3" });
  request(1).fail();
  expect(heard).toEqual(["three.mp3"]);
  expect(seen.silences).toBe(0);
});

test("what cannot be made or played is told, and the next one is tried again", () => {
  const { speak, request, heard, seen, breakPlayer } = phone();
  speak("一");
  request(0).fail();
  expect(seen.silences).toBe(1);
  speak("二");
  request(1).success({ filename: "two.mp3" });
  breakPlayer();
  expect(seen.silences).toBe(2);
  speak("三");
  request(2).success({ filename: "three.mp3" });
  expect(heard).toEqual(["two.mp3", "three.mp3"]);
});
