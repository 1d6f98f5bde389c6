import {get} from 'node:http';

const usualAnswerMs = 1_500;
const bytesMax = 4_096;

/**
 * Who holds a port of this machine.
 * @param {number} port
 * @param {number} [answerMs] how long its holder may take to answer
 * @returns {Promise<{who: 'nobody'} | {who: 'somebody'} | {who: 'tradewind', version: string}>}
 */
export function occupantOf(port, answerMs = usualAnswerMs) {
  return new Promise((resolve) => {
    const request = get({host: '127.0.0.1', port, path: '/healthz', agent: false, timeout: answerMs}, (response) => {
      let text = '';
      response.setEncoding('utf8');
      response.on('data', (chunk) => {
        text += chunk;
        if (text.length > bytesMax) response.destroy();
      });
      response.on('close', () => resolve(introduced(text)));
    });
    // A program that takes the connection and then keeps quiet is somebody as well.
    const patience = setTimeout(() => request.destroy(), answerMs);
    request.on('close', () => clearTimeout(patience));
    request.on('error', (error) => {
      const {code} = /** @type {NodeJS.ErrnoException} */ (error);
      resolve({who: code === 'ECONNREFUSED' ? 'nobody' : 'somebody'});
    });
  });
}

/**
 * @param {string} text the body of the answer
 * @returns {{who: 'somebody'} | {who: 'tradewind', version: string}}
 */
function introduced(text) {
  try {
    const {app, version} = JSON.parse(text);
    return app === 'tradewind' ? {who: 'tradewind', version: String(version)} : {who: 'somebody'};
  } catch {
    return {who: 'somebody'};
  }
}
