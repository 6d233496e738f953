import{a as e,b as t}from"./with-parts-popup.js";import{A as n,B as a,C as s,D as l,F as i,G as o,H as r,I as c,J as d,K as u,L as p,M as h,N as m,O as f,P as g,Q as b,R as $,S as v,Y as w,Z as k,aa as y,c as x,d as _,e as M,ea as S,f as I,fa as q,g as E,ga as z,h as C,ha as A,ia as O,j as L,ja as T,l as D,m as j,ma as R,n as B,na as F,o as N,oa as V,p as U,pa as H,q as K,qa as P,r as W,ra as Q,s as Y,sa as Z,t as J,ta as X,u as G,ua as ee,v as te,va as ne,w as ae,x as se,xa as le,y as ie,z as oe}from"./app.js";function re(e,t,n){let a=Object.keys(e).filter(a=>t&&n?.[a]===e[a]).map(e=>[e,t?.[e]]);return Object.fromEntries(a)}function ce({read:e,changed:t,order:n,now:a=()=>0,freshMs:s=0}){let l=[],i="empty",o=null,r=-1/0,c=0,d=e=>{l=n?[...e].sort(n):e,t()},u=async n=>{let s=c+=1;"ready"!==i&&(i="loading"),n&&(r=a());try{let{items:t,next_cursor:a}=await e(n?null:o);if(s!==c)return;i="ready",o=a??null;let r=n?[]:l;d([...r,...t.filter(e=>!r.some(t=>t.id===e.id))])}catch{if(s!==c)return;"ready"!==i&&(i="failed"),r=-1/0,t()}},p=(e,t)=>d(l.map(n=>n.id===e?{...n,...t}:n));return{get rows(){return l},get phase(){return i},get hasMore(){return null!==o},get:e=>l.find(t=>t.id===e)??null,load:()=>u(!0),ensure:()=>"loading"===i||"ready"===i&&a()-r<s?Promise.resolve():u(!0),more:()=>null===o||"loading"===i?Promise.resolve():u(!1),stale(){r=-1/0},put(e){d(l.some(t=>t.id===e.id)?l.map(t=>t.id===e.id?e:t):[...l,e])},patch:p,drop:e=>d(l.filter(t=>t.id!==e)),async change(e,t,n){let a=l.find(t=>t.id===e);p(e,t);try{return await n()}catch(n){throw p(e,re(t,a,l.find(t=>t.id===e))),n}}}}function de(e,t,n){switch(t){case"assign":return E(e,n.agent_id??null);case"close":return{state:"closed",waiting_since:null,snoozed_until:null};case"reopen":return{state:e.agent_id?"open":"waiting",snoozed_until:null};case"snooze":return{state:"snoozed",snoozed_until:n.until??null};case"label":return{labels:[...e.labels,...(n.labels??[]).filter(t=>!e.labels.includes(t))]};default:return{labels:e.labels.filter(e=>!(n.labels??[]).includes(e))}}}function ue(e,t,n){if("close"===t)return"closed"!==e.state;if("reopen"===t)return"closed"===e.state||"snoozed"===e.state;let a=de(e,t,n);return Object.entries(a).some(([t,n])=>String(n)!==String(e[t]))}function pe(e,t){let n=e.shortcut.toLowerCase();if(n===t)return 0;if(n.startsWith(t))return 1;let a=e.title.toLowerCase();return a.startsWith(t)?2:a.includes(t)||n.includes(t)?3:e.text.toLowerCase().includes(t)?4:null}function he({api:e,keyOf:t,drafts:n,unkept:a,keepSoon:s,unwritten:l,changed:i,conversationOf:o,trim:r,flush:c}){return{async load(){let d;try{({items:d}=await e.drafts())}catch{return}let u=new Set;for(let{conversation_id:e,note:o,text:r,updated_at:c}of d){let d=t(e,o?"note":"reply");u.add(d);let p=n.get(d);a.has(d)||p&&!p.kept&&p.at>Date.parse(c)?s(d):p?.text!==r?(n.set(d,{text:r,at:Date.parse(c),kept:!0}),l.add(d),i(e)):p&&(p.kept=!0)}for(let[e,t]of n)if(!u.has(e)){if(a.has(e)){s(e);continue}t.kept?(n.delete(e),l.add(e),i(o(e))):s(e)}r(),c()}}}var me=[1,2,3,4,6];function fe(e){let t=0;for(let n of e)t=31*t+n.codePointAt(0)>>>0;return me[t%me.length]}function ge(e,t){for(let n of[e.head,e.tail]){let e=n.indexOf(t);e>=0&&n.splice(e,1)}}function be({page:e,changed:t,settle:n,at:a,holds:s,places:l,arrange:i}){return{began(n){let a=e(n);a.loading=!0,a.failed=!1,t()},failed(n){Object.assign(e(n),{loading:!1,failed:!0}),t()},took(t,o,r,c){n();let d=e(t),u=o.map(e=>e.id);c&&!d.told&&Object.assign(d,{head:u,tail:[]});let p=u.filter(e=>!d.head.includes(e)&&!d.tail.includes(e));if(c||d.tail.push(...p),Object.assign(d,{cursor:r,loaded:!0,loading:!1}),t===a.view&&s.size>0&&!(c&&a.shown.length>0)){let e=new Set(a.shown.map(e=>e.id));a.shown=[...a.shown,...l((c?u:p).filter(t=>!e.has(t)))]}i()}}}function $e({page:e,takes:t,rows:n,arrange:a}){return{told(t,n){let s=e(),l=new Set(t);s.away.clear(),Object.assign(s,{head:[...t],tail:n?s.tail.filter(e=>!l.has(e)):[],told:!0,loaded:!0}),n||(s.cursor=null),a()},moved(t,n){let s=e();s.away.delete(t),ge(s,t);let l=null===n?-1:s.head.indexOf(n);return!(null!==n&&l<0||(s.head.splice(l+1,0,t),a(),0))},gone(s){let l=e();l.away.delete(s);let i=l.head.at(-1)===s&&(l.tail.length>0||null!==l.cursor);ge(l,s);let o=n.get(s);i&&o&&t(o)&&l.tail.unshift(s),a()}}}function ve({pages:e,holdsRow:t,at:n,arrange:a,holds:s,settle:l}){return{place(n){for(let[a,s]of e){let{head:e,away:l}=s,i=l.get(n.id);t(a,n)?void 0!==i&&(l.delete(n.id),e.splice(i,0,n.id)):(e.includes(n.id)&&l.set(n.id,e.indexOf(n.id)),ge(s,n.id))}a()},drop(t){for(let n of e.values())n.away.delete(t),ge(n,t);a()},stale(){for(let[t,a]of e)t!==n.view?e.delete(t):Object.assign(a,{loading:!1,told:!1})},hold(e,t){t!==s.has(e)&&(l(),t?s.add(e):s.delete(e),!t&&0===s.size&&a())},release(){s.clear(),a()}}}var we="servicedesk.view",ke="servicedesk.sort";function ye({at:e,api:t,cache:n,touch:a,failed:s,loadContact:l}){return{async changeContact(s){let l=e.contact;if(!l?.data)return"unexpected";try{let e=await t.changeContact(l.id,s);l.data=e;for(let t of n.rows.values())t.contact.id===l.id&&n.patch(t.id,{contact:{...t.contact,name:e.name,name_source:e.sources.name}});return a("details"),null}catch(e){return e.code??"unexpected"}},async block(e){try{for(let n of e)await t.block(n)}catch(e){return s(e),!1}finally{await l(!0)}return!0},async unblock(e){try{await t.unblock(e)}catch(e){s(e)}await l(!0)}}}function xe({at:e,threads:t,cache:n,markOf:a,touch:s,clock:l,painted:i,loadContact:o,client:r}){return{show(r){if(r===e.open)return;e.open=r,e.seen=void 0,e.contact=null,e.turning=!0,t.show(r);let c=r?n.rows.get(r):null;c?e.seen=a(c):r&&n.want(r),s("thread"),l.flush(),i(()=>{e.turning=!1,s("list","details","frame"),c&&e.open===r&&o(!1)})},read(){let a=e.open&&n.rows.get(e.open),s=e.open?t.get(e.open)?.last??0:0;!a||s<=a.mine.read||"ready"!==t.get(a.id)?.phase||!t.adopted(a.id)||(r.read(a.id,s),n.patch(a.id,{unread:0,mine:{received:Math.max(a.mine.received,s),read:s}}))},away(){let n=e.open?t.get(e.open)?.last:0;null==e.seen&&n&&(e.seen=n)},readingWhen(t){e.isReading=t}}}function _e({storage:e,selection:t,list:n,loadView:a,watch:s,touch:l,moreUntil:i}){return{arrangeBy(l){if(l.sort)try{e?.setItem(ke,l.sort)}catch{}t.clear(),n.arrangeBy(l),s(),a(n.view,!0)},showView(i){t.clear();try{e?.setItem(we,i)}catch{}let o=n.show(i);s(),o&&a(i,!0),l("list")},more:()=>a(n.view,!1),moreUntil:i,retryList:()=>a(n.view,!0)}}var Me=(e,t)=>t.filter(t=>t.name&&e.includes(`@${t.name}`)).map(e=>e.id),Se=e=>e.length>0&&e[0].sequence>1;function Ie({api:e,client:t,saving:n,changed:a,missing:s}){let l=new Map,i=new Set,o=null,r=n=>{let s=l.get(n);s?l.delete(n):s=function({id:e,fetch:t,changed:n}){let a=[],s=!1,l="empty",i=!1,o=0,r=e=>{if(0===e.length)return;let t=new Set(a.map(e=>e.sequence)),n=e.filter(e=>!t.has(e.sequence));0!==n.length&&(a=[...a,...n].sort((e,t)=>e.sequence-t.sequence))};return{id:e,get entries(){return a},get more(){return s},get phase(){return l},get history(){return i},get last(){return a.at(-1)?.sequence??0},async load(){let e=o+=1;"ready"!==l&&(l="loading"),n();try{let n=await t({limit:50});if(e!==o)return null;let i=n.items.at(-1)?.sequence??0,r=a.filter(e=>e.sequence>i);return a=[...n.items,...r],s=Se(n.items),l="ready",i}catch(t){return e!==o||"ready"!==l&&(l=404===t?.status?"missing":"failed"),null}finally{n()}},async older(){if(i||!s||0===a.length)return;i=!0,n();let e=a[0].sequence;try{let n=await t({before_sequence:e,limit:50});if(a[0]?.sequence!==e)return;r(n.items),s=Se(n.items)}catch{}finally{i=!1,n()}},trim(e){i||a.length<=e+50||(a=a.slice(-e),s=!0)},apply(e){let t=a.at(-1);!t||e.sequence>t.sequence?a=[...a,e]:r([e]),n()}}}({id:n,fetch:t=>e.entries(n,t),changed:()=>a(n)}),l.set(n,s);for(let e of l.keys()){if(l.size<=30)break;e===o||e===n||(l.delete(e),i.delete(e),t.release(e))}return s},c=async e=>{let n=await e.load();null!==n&&l.get(e.id)===e&&(t.adopt(e.id,n),i.add(e.id)),"missing"===e.phase&&s(e.id)};return{show(e){if(o=e,t.view(e),!e)return;let n=r(e);"ready"!==n.phase&&"loading"!==n.phase&&c(n)},prefetch(e){l.has(e)||n()||c(r(e))},reload(e){let t=l.get(e);t&&c(t)},apply(e){let t=l.get(e.conversation_id);t?.apply(e),t&&t.id!==o&&t.trim(50)},get:e=>l.get(e)??null,drop(e){l.delete(e),i.delete(e)},adopted:e=>i.has(e),reset(){i.clear();for(let e of[...l.keys()])e!==o&&l.delete(e);let e=o&&l.get(o);e&&c(e)}}}var qe=e=>e.unread>0?e.mine.read:null;function Ee({at:e,sending:t,notify:n}){return{undoSend:()=>e.open?t.undo(e.open):null,undoAction(){let t=e.notice?.action;return!!t?.undo&&(n(null),t.run(),!0)},takeBack:n=>e.open?t.undo(e.open,n):null,holdFor(t){e.holdMs=t}}}function ze(e,{me:t,storage:n,saving:a=()=>!1,now:s,after:l,painted:i,files:o=()=>({of:()=>[],count:0})}){let{at:r,api:c,client:d,cache:u,clock:p,touch:h,notify:m,failed:f,forget:g,loadAgents:b}=e,$=new Set,{threads:v,drafts:w,compose:k,selection:y,labels:_,presence:S,firstSteps:q,canned:E,links:z,files:A}=function({touch:e,at:t,storage:n,now:a,after:s,api:l,me:i,failed:o,makeFiles:r,client:c,saving:d,forget:u}){let p=function({changed:e}){let t=new Map,n=new Map,a=new Map,s=e=>`${e.kind}:${e.id}`;return{forget(){t.clear(),n.clear(),a.clear(),e()},presence(a,s){if("agent"!==a.member.kind)return s&&n.set(s,a.online),e();t.set(a.member.id,{online:a.online,availability:a.availability??"offline",viewing:a.viewing??null}),e()},typing({conversation_id:t,member:n,active:l,preview:i}){let o=a.get(t)??new Map;l?o.set(s(n),{member:n,preview:i??null}):o.delete(s(n)),o.size?a.set(t,o):a.delete(t),e()},spoke(t,n){a.get(t)?.delete(s(n))&&e()},customer:e=>n.get(e),agent:e=>t.get(e)??null,writing:e=>[...a.get(e)?.values()??[]],viewing:(e,n)=>[...t].filter(([t,a])=>t!==n&&a.online&&a.viewing===e).map(([e])=>e)}}({changed:()=>e("list","thread","details")}),h=function({storage:e,owner:t,now:n,after:a,api:s,changed:l}){let i=new Map,{unwritten:o,flush:r}=function({owner:e,storage:t,drafts:n}){let a=`servicedesk.draft.${e}.`,s=new Set;try{(()=>{if(t)for(let e=0;e<t.length;e+=1){let s=t.key(e);if(s?.startsWith(a))try{n.set(s.slice(a.length),JSON.parse(t.getItem(s)??""))}catch{}}})()}catch{}return{unwritten:s,flush:()=>{for(let e of s){let s=n.get(e);try{s?t?.setItem(a+e,JSON.stringify(s)):t?.removeItem(a+e)}catch{}}s.clear()}}}({owner:t,storage:e,drafts:i}),{keepSoon:c,unkept:d}=function({drafts:e,api:t,conversationOf:n,unwritten:a,flush:s,changed:l,after:i}){let o=new Map,r=0;return{keepSoon:c=>{let d=r+=1;o.set(c,d),i(()=>o.get(c)===d&&(async i=>{let r=o.get(i);if(void 0===r)return;let c=e.get(i)?.text??"";try{await t.keepDraft(n(i),i.endsWith(".note"),c)}catch{return}if(o.get(i)!==r)return;o.delete(i);let d=e.get(i);d&&(d.kept=!0,a.add(i),s()),l(n(i))})(c),1e3)},unkept:o}}({drafts:i,api:s,conversationOf:e=>p(e),unwritten:o,flush:r,changed:l,after:a}),u=(e,t)=>`${e}.${t}`,p=e=>e.slice(0,e.lastIndexOf(".")),h=()=>{if(i.size<=200)return;let e=[...i].sort((e,t)=>e[1].at-t[1].at).slice(0,i.size-200);for(let[t]of e)i.delete(t),o.add(t)};return{get:(e,t)=>i.get(u(e,t))?.text??"",set:(e,t,a)=>{let s=u(e,t),r=i.get(s);(r?.text??"")!==a&&(a.trim()?i.set(s,{text:a,at:n()}):i.delete(s),o.add(s),(r||a.trim())&&c(s),h(),l(e))},of:e=>i.get(u(e,"reply"))?.text??i.get(u(e,"note"))?.text??null,flush:r,kept:(e,t)=>!0===i.get(u(e,t))?.kept,get pending(){return o.size>0},get size(){return i.size},get unkept(){return[...i.values()].filter(e=>!e.kept).length},...he({api:s,keyOf:u,drafts:i,unkept:d,keepSoon:c,unwritten:o,changed:l,conversationOf:p,trim:h,flush:r}),drop(e){for(let t of["reply","note"]){let n=u(e,t);d.delete(n),i.delete(n)&&o.add(n)}l(e)},forget(){let e=[...i.keys()];for(let t of e)o.add(t);i.clear(),d.clear(),r();for(let t of e)l(p(t))}}}({storage:n,owner:t.agent.id,now:a,after:s,api:l,changed:n=>e(n===t.open?"composer":"list")}),m=function({changed:e}){let t=new Map,n=new Map,a=new Map,s=(t,n,a)=>{(null===a?!t.delete(n):t.get(n)===a)||(null!==a&&t.set(n,a),e(n))};return{quote:e=>t.get(e)??null,setQuote:(e,n)=>s(t,e,n),change:e=>n.get(e)??null,setChange:(e,t)=>s(n,e,t),answered:e=>a.get(e)??null,setAnswered:(e,t)=>s(a,e,t),drop(e){t.delete(e),n.delete(e),a.delete(e)}}}({changed:()=>e("composer")}),f=function({api:e,changed:t}){let n=new Map,a=ce({read:()=>e.labels(),order:(e,t)=>t.conversations-e.conversations||e.name.localeCompare(t.name),changed:()=>{n=new Map(a.rows.map(e=>[e.name,e])),t()}});return{get all(){return a.rows},load:a.load,colour:e=>n.get(e)?.colour??fe(e),heard(e){e.some(e=>!n.has(e))&&a.load()},search(e){let t=e.trim().toLowerCase();return t?a.rows.filter(e=>e.name.toLowerCase().includes(t)).sort((e,n)=>Number(n.name.toLowerCase().startsWith(t))-Number(e.name.toLowerCase().startsWith(t))):a.rows},expect(e){n.has(e)||a.put({id:`new:${e}`,name:e,colour:fe(e),conversations:0})}}}({api:l,changed:()=>e("list","details")}),g=function({api:e,now:t,changed:n}){let a=ce({read:()=>e.canned(),changed:n,now:t,freshMs:6e4});return{get all(){return a.rows},get phase(){return a.phase},load:a.ensure,stale:a.stale,search:e=>function(e,t){let n=t.trim().toLowerCase();return e.map(e=>({one:e,at:n?pe(e,n):1})).filter(({at:e})=>null!==e).sort((e,t)=>e.at-t.at||t.one.used-e.one.used||e.one.title.localeCompare(t.one.title)).slice(0,50).map(({one:e})=>e)}(a.rows,e),used(t){a.patch(t,{used:(a.get(t)?.used??0)+1}),e.cannedUsed(t).catch(()=>{})}}}({api:l,now:a,changed:()=>e("composer")}),b=function({api:e,list:t,changed:n,failed:a}){let s=t,l=null,i=()=>s?s.steps.filter(e=>!e.done).length:0,o=e=>{s=e,n()},r=async()=>{if(s)try{o(await e.setupList())}catch{}},c=async(e,t)=>{if(!l){l=e,n();try{await t(),await r()}catch(e){a(e)}l=null,n()}};return{get steps(){return s?.steps??[]},get left(){return i()},get shown(){return null!==s&&!s.dismissed&&i()>0},get demo(){return s?.demo_data??!1},get allowed(){return null!==s},get work(){return l},async looked(){s&&(i()>0||s.demo_data)&&await r()},async answered(){s?.steps.some(e=>"first_answer"===e.name&&!e.done)&&await r()},async dismiss(){if(!s)return;let t=s;o({...s,dismissed:!0});try{o(await e.dismissSetupList(!0))}catch(e){o(t),a(e)}},addDemo:()=>c("adding",e.addDemoData),removeDemo:()=>c("removing",e.removeDemoData)}}({api:l,list:i.setup??null,changed:()=>e("frame","thread"),failed:o}),$=function({api:e,enabled:t,changed:n}){let a=new Map,s=(e,t)=>`${e} ${t}`;return{enabled:t,get:(e,t)=>a.get(s(e,t))??null,isKnown:(e,t)=>a.has(s(e,t)),async look(l,i){let o=s(l,i);if(!t||a.has(o))return;let[r]=a.keys();a.size>=500&&a.delete(r),a.set(o,null);try{let t=await e.linkPreview(l,i);if(!t?.title||!a.has(o))return;a.set(o,t),n()}catch{}}}}({api:l,enabled:!0===i.link_previews,changed:()=>e("thread")}),v=r({changed:n=>n===t.open?e("thread","list"):e("list"),failed:o}),w=function({changed:e}){let t=new Set,n=null;return{get size(){return t.size},get ids(){return[...t]},has:e=>t.has(e),toggle(a){t.has(a)?t.delete(a):t.size<200&&t.add(a),n=a,e()},range(a,s){let l=s.indexOf(a),i=n?s.indexOf(n):l;if(l<0)return;let[o,r]=i<0?[l,l]:[Math.min(i,l),Math.max(i,l)];for(let e of s.slice(o,r+1))t.size<200&&t.add(e);n=a,e()},all(n){t.clear();for(let e of n.slice(0,200))t.add(e);e()},keep(n){for(let e of t)n(e)||t.delete(e);e()},clear(){0!==t.size&&(t.clear(),n=null,e())}}}({changed:()=>e("list")});return{threads:Ie({api:l,client:c,saving:d,changed:n=>n===t.open&&e("thread"),missing:e=>u(e)}),drafts:h,compose:m,selection:w,labels:f,presence:p,firstSteps:b,canned:g,links:$,files:v}}({touch:h,at:r,storage:n,now:s,after:l,api:c,me:t,failed:f,makeFiles:o,client:d,saving:a,forget:g}),O=function({rows:e,me:t,changed:n}){let a=new Map,s=new Set,l={view:"open",sort:"waiting",label:null,shown:[],waiting:0,stale:!1},{settle:i,page:o,arrange:r,places:c}=function({at:e,pages:t,rows:n,holds:a,changed:s}){let l=(n=e.view)=>{let a=t.get(n);return a||(a={head:[],tail:[],away:new Map,told:!1,cursor:null,loaded:!1,loading:!1,failed:!1},t.set(n,a)),a},i=t=>{let a=[];for(let e of t){let t=n.get(e);t&&a.push({id:e,group:I(t)})}return"waiting"===e.sort?[...a.filter(e=>"us"===e.group),...a.filter(e=>"us"!==e.group)]:a};return{settle:()=>{if(!e.stale)return;e.stale=!1;let{head:t,tail:s}=l();if(0===a.size)e.shown=i([...t,...s]),e.waiting=0;else{let a=new Set(e.shown.map(e=>e.id));e.waiting=[...t,...s].filter(e=>!a.has(e)).length,e.shown=e.shown.filter(e=>n.has(e.id))}},page:l,arrange:()=>{e.stale=!0,s()},places:i}}({at:l,pages:a,rows:e,holds:s,changed:n}),d=(e,n)=>M(e,n,t)&&(!l.label||n.labels.includes(l.label)),u=e=>d(l.view,e);return{takes:u,get view(){return l.view},get shown(){return i(),l.shown},get waiting(){return i(),l.waiting},has:e=>o().head.includes(e)||o().tail.includes(e),get page(){return o()},pageOf:e=>o(e),get sort(){return l.sort},get label(){return l.label},arrangeBy(e){l.sort=e.sort??l.sort,void 0!==e.label&&(l.label=e.label),a.clear(),s.clear(),r()},show(e){l.view=e,o().told=!1,s.clear(),r();let{loaded:t,loading:n}=o();return!t&&!n},...be({page:o,changed:n,settle:i,at:l,holds:s,places:c,arrange:r}),...$e({page:o,takes:u,rows:e,arrange:r}),...ve({pages:a,holdsRow:d,at:l,arrange:r,holds:s,settle:i})}}({rows:u.rows,me:r.agent.id,changed:()=>h("list")}),L=function({api:e,cache:t,notify:n,failed:a}){let s=(e,n,a)=>t.patch(e,re(n,a,t.rows.get(e))),l=async(e,l,i)=>{let o=t.rows.get(e);if(!o)return!1;t.patch(e,l);try{let a=await i();return t.countsSoon(),!l.state||!a?.state||a.state===l.state||(s(e,l,o),t.want(e),n({key:"thread.kept",icon:"message-circle"}),!1)}catch(t){return s(e,l,o),a(t),!1}},i=(e,t,a)=>n({key:e,count:a,icon:"circle-check",action:{key:"thread.undo",run:t,undo:!0}}),o=async(n,a,s={},o=!1)=>{let r=t.rows.get(n);if(!r||!ue(r,a,s))return!1;let c=await l(n,de(r,a,s),((t,n,a)=>{let s=de(t,n,a);return"assign"===n?()=>e.assign(t.id,a.agent_id??null):"close"===n?()=>e.close(t.id,t.last_sequence):"reopen"===n?()=>e.reopen(t.id):"snooze"===n?()=>e.snooze(t.id,a.until??null,t.last_sequence):()=>e.label(t.id,s.labels??[])})(r,a,s));return c&&!o&&i(`thread.done_${a}`,((t,n)=>()=>{let{id:a}=t;return"assign"===n?l(a,{agent_id:t.agent_id,state:t.state},()=>e.assign(a,t.agent_id)):"label"===n||"unlabel"===n?l(a,{labels:t.labels},()=>e.label(a,t.labels)):"reopen"===n?l(a,de(t,"close",{}),()=>e.close(a,t.last_sequence)):l(a,(({id:e,state:t,agent_id:n,snoozed_until:a,labels:s,waiting_since:l})=>({id:e,state:t,agent_id:n,snoozed_until:a,labels:s,waiting_since:l}))(t),()=>e.reopen(a))})(r,a)),c},r=function({cache:e,takeBack:t,api:n,failed:a,notify:s,offerUndo:l}){return async(i,o,r={})=>{let c=i.map(t=>e.rows.get(t)).filter(e=>void 0!==e&&ue(e,o,r));if(0===c.length)return;for(let t of c)e.patch(t.id,de(t,o,r));let d,u=new Map(c.map(e=>[e.id,e])),p=e=>{let n=u.get(e);n&&t(e,de(n,o,r),n)};try{let e=(e=>"close"===e||"snooze"===e)(o)?{last_sequences:Object.fromEntries(c.map(e=>[e.id,e.last_sequence]))}:{};d=await n.bulk({ids:[...u.keys()],action:o,...e,...r})}catch(e){for(let e of u.keys())p(e);return void a(e)}e.countsSoon();let h=d.items.filter(e=>e.done);for(let e of d.items)e.done||p(e.id);let m=d.items.filter(e=>"newer_message"===e.code).length;if(0===h.length)return void s(m?{key:"inbox.bulk_kept",count:m,icon:"message-circle"}:{key:"inbox.bulk_none",icon:"circle-alert"});let f=async()=>{for(let t of h)e.patch(t.id,t.before??{});try{await n.bulk({action:"restore",items:h.map(e=>({id:e.id,...e.before}))})}catch(e){a(e)}for(let t of h)e.want(t.id);e.countsSoon()};m?s({key:"inbox.bulk_kept",count:m,icon:"message-circle",action:{key:"thread.undo",run:f,undo:!0}}):l(`inbox.done_${o}`,f,h.length)}}({cache:t,takeBack:s,api:e,failed:a,notify:n,offerUndo:i});return{act:o,actOnAll:r,assign:(e,t)=>o(e,"assign",{agent_id:t},!0),close:e=>o(e,"close"),reopen:a=>{let s=t.rows.get(a);return n(null),s?l(a,de(s,"reopen",{}),()=>e.reopen(a)):Promise.resolve(!1)},snooze:(e,t)=>o(e,"snooze",{until:t}),label:(e,t,n)=>o(e,n?"label":"unlabel",{labels:[t]},!0)}}({api:c,cache:u,notify:m,failed:f}),{loadView:T,moreUntil:D}=function({api:e,cache:t,list:n,selection:a,open:s}){let l=async(l,i,o=!1)=>{let r=n.page;if(!r.loading&&(i||r.cursor)){n.began(l);try{let{sort:c,label:d}=n,u=await e.conversations(l,i?null:r.cursor,{sort:c,label:d});if(r!==n.pageOf(l))return;if(o){let e=new Set([s(),...u.items.map(e=>e.id)]);t.keep(t=>e.has(t)),a.keep(t=>e.has(t))}for(let e of u.items)t.put(e);n.took(l,u.items,u.next_cursor??null,i)}catch{n.failed(l)}}};return{loadView:l,async moreUntil(e){for(let{page:t}=n,a="";t===n.page&&t.cursor&&t.cursor!==a&&!e();)a=t.cursor,await l(n.view,!1)}}}({api:c,cache:u,list:O,selection:y,open:()=>r.open}),{loadContact:j,reload:R,loadOwn:B}=function({at:e,api:t,touch:n,cache:a,now:s,labels:l,drafts:i,list:o,loadView:r,threads:c,loadAgents:d}){let u=-1/0,p=()=>{s()-u<3e3||(u=s(),l.load(),i.load())};return{loadContact:async s=>{let l=e.open&&a.rows.get(e.open)?.contact.id;if(!l)return;e.contact?.id!==l?e.contact={id:l,phase:"loading",data:null}:s||(e.contact.phase=e.contact.data?"ready":"loading"),n("details");let i=e.contact;try{i.data=await t.contact(l),i.phase="ready"}catch{i.data||(i.phase="failed")}n("details")},reload:()=>{o.stale(),r(o.view,!0,!0),a.fetchCounts(),d(),p(),c.reset(),e.open&&a.want(e.open)},loadOwn:p}}({at:r,api:c,touch:h,cache:u,now:s,labels:_,drafts:w,list:O,loadView:T,threads:v,loadAgents:b});!function({storage:e,list:t}){let n=e?.getItem(we);x.includes(n)&&t.show(n),"newest"===e?.getItem(ke)&&t.arrangeBy({sort:"newest"})}({storage:n,list:O});let{watch:F}=function({client:e,cache:t,list:n}){let a=0,s=!1,l=e=>s&&e.request_id===String(a),i=()=>{s&&(a>0&&e.watch({view:null,request_id:String(a)}),a+=1,e.watch({view:n.view,sort:n.sort,label:n.label,rows:50,request_id:String(a)}))};return e.on("welcome",()=>{s=!0,a=0,i()}),e.on("status",e=>{!s||"live"===e.phase||(s=!1,t.countsTold(!1))}),e.on("rows",e=>{if(!l(e))return;let a=e.items;for(let e of a)t.put(e);t.countsTold(!0),t.setCounts(e.counts),n.told(a.map(e=>e.id),e.more)}),e.on("row",e=>{if(!l(e))return;if(e.gone)return n.gone(e.id);let a=e.row;t.put(a),n.moved(a.id,e.after??null)||i()}),e.on("counts",e=>{let{type:n,request_id:a,...s}=e;l(e)&&t.setCounts(s)}),{watch:i}}({client:d,cache:u,list:O}),N=function({api:e,client:t,drafts:n,compose:a,holdMs:s,failed:l,me:i,agents:o,open:r,close:c}){return{send(e,l,i={}){let c=r();if(!c)return{code:"empty"};let d=a.quote(c),u=l?Me(e,o()):[],p={kind:"text",text:e,...d?{quote:d.message_id}:{},...u.length?{mentions:u}:{}};try{t.send({conversation_id:c,content:p,note:l,hold_ms:s(),...i.close?{then:"close"}:{}})}catch(e){return e}return n.set(c,l?"note":"reply",""),n.flush(),a.setQuote(c,null),a.setAnswered(c,null),null},undo(e,a){for(let s of[...t.items(e)].reverse()){if(a&&s.client_message_id!==a)continue;let l=t.unsend(s.client_message_id);if(!l)continue;let i=l.note?"note":"reply",o=n.get(e,i);return n.set(e,i,o?`${l.content.text}\n${o}`:l.content.text??""),i}return null},settled(e,t){"close"===e.then&&e.conversation_id&&t&&c(e.conversation_id)},heard(e){if("message"!==e.type)return;let{conversation_id:t,sender:s,note:l}=e;"agent"!==s.kind||s.id===i().id||l||n.get(t,"reply")&&a.setAnswered(t,s.name??o().find(e=>e.id===s.id)?.name??"")},async saveChange(t){let n=a.change(t);if(!n)return!1;let s=n.text.trim();if(!s)return!1;if(s===n.was)return a.setChange(t,null),!0;try{let a=n.note?Me(s,o()):[],l=n.quote?{quote:n.quote}:{};await e.editMessage(t,n.message_id,{kind:"text",text:s,...l,...a.length?{mentions:a}:{}})}catch(e){return l(e),!1}return a.setChange(t,null),!0},async recall(t,n){try{return await e.recallMessage(t,n),!0}catch(e){return l(e),!1}}}}({api:c,client:d,drafts:w,compose:k,failed:f,holdMs:()=>r.holdMs,me:()=>r.agent,agents:()=>r.agents,open:()=>r.open,close:e=>L.act(e,"close")});(function({core:{at:e,cache:t,hooks:n,touch:a},list:s,threads:l,drafts:i,compose:o,sending:r,loadContact:c,reload:d}){n.reset=d,n.placed=s.place,n.shown=t=>{t.id===e.open&&(void 0===e.seen&&(e.seen=qe(t),c(!1)),a("thread","details"))},n.entry=l.apply,n.settled=r.settled,n.forget=n=>{let a=t.rows.get(n)?.contact.id;l.drop(n),i.drop(n),o.drop(n),s.drop(n),e.contact&&e.contact.id===a&&(e.contact=null)}})({core:e,list:O,threads:v,drafts:w,compose:k,sending:N,loadContact:j,reload:R}),function({cache:e,presence:t,firstSteps:n,labels:a,canned:s,sending:l,hooks:i,at:o,loadContact:r,heard:c,client:d}){i.took=e=>{"message"===e.type&&t.spoke(e.conversation_id,e.sender),"message"===e.type&&"agent"===e.sender.kind&&n.answered(),"labels"===e.kind&&a.heard(e.labels??[]),l.heard(e)},i.told=e=>{if(e.conversation_id===o.open){("contact_changed"===e.kind||"rated"===e.kind)&&r(!0);for(let t of c)t(e)}},d.on("welcome",()=>t.forget()),d.on("progress",({conversation_id:t,mine:n,theirs:a})=>{let s=e.rows.get(t);if(!s)return;let l=Math.max(s.mine.read,n.read);e.patch(t,{mine:{received:Math.max(s.mine.received,n.received),read:l},theirs:{received:Math.max(s.theirs.received,a.received),read:Math.max(s.theirs.read,a.read)},unread:l>=s.last_sequence?0:s.unread})}),d.on("typing",t.typing),d.on("presence",n=>t.presence(n,o.open&&e.rows.get(o.open)?.visitor_id===n.member.id?o.open:null));let u={blocks:()=>r(!0),labels:()=>a.load(),canned:()=>s.stale()};d.on("settings",({area:e})=>u[e]?.())}({cache:u,presence:S,firstSteps:q,labels:_,canned:E,sending:N,hooks:e.hooks,at:r,loadContact:j,heard:$,client:d});let V={list:O,presence:S,drafts:w,compose:k,labels:_,canned:E,selection:y,firstSteps:q,links:z,threads:v,...L,send:N.send,saveChange:N.saveChange,recall:N.recall,...Ee({at:r,sending:N,notify:m}),...ye({at:r,api:c,cache:u,touch:h,failed:f,loadContact:j}),formLabels:t.form_labels??{},start(){T(O.view,!0),u.fetchCounts(),b(),B()},..._e({storage:n,selection:y,list:O,loadView:T,watch:F,touch:h,moreUntil:D}),...xe({at:r,threads:v,cache:u,markOf:qe,touch:h,clock:p,painted:i,loadContact:j,client:d}),files:A,loadContact:j,retryThread:()=>r.open&&v.reload(r.open),unsentOf:e=>r.unsent.get(e)??[],onHeard:e=>{$.add(e)}};return C(C(V,e),function({at:e,now:t,threads:n,files:a}){return{get undoable(){return!!e.notice?.action?.undo},get holding(){return!!e.open&&(e.unsent.get(e.open)??[]).some(e=>(e.hold_until??0)>t())},get contact(){return e.contact},get turning(){return e.turning},get thread(){return e.open?n.get(e.open):null},get seen(){return e.seen??null},get reading(){return e.isReading()},get unsentCount(){return[...e.unsent.values()].reduce((e,t)=>e+t.length,a.count)}}}({at:r,now:s,threads:v,files:A}))}var Ce="servicedesk.files",Ae=e=>r(`common.channel_${e}`)?c(`common.channel_${e}`):e,Oe=e=>h("web"===e?"globe":"code-xml",12);function Le(n,a){let s="",i=0,o=null,r=()=>{let e=a.options(s.trim()).slice(0,50),t=e.some(e=>e.label.toLowerCase()===s.trim().toLowerCase());return{found:e,makes:!!a.create&&""!==s.trim()&&!t}},c=t=>{let{found:n,makes:l}=r();if(t<n.length)a.choose(n[t]);else{if(!l)return;a.create?.run(s.trim())}if(!a.several)return e();s="",o?.()},d=e=>{if(e.isComposing||229===e.keyCode)return;let{found:t,makes:n}=r(),a=t.length+Number(n);"ArrowDown"===e.key||"ArrowUp"===e.key?(e.preventDefault(),i=a?(i+("ArrowDown"===e.key?1:-1)+a)%a:0,o?.(),document.getElementById(`picker-${i}`)?.scrollIntoView({block:"nearest"})):"Enter"===e.key&&(e.preventDefault(),c(i))};o=t(n,a.label,()=>{let{found:e,makes:t}=r(),n=e.length+Number(t);i=Math.max(0,Math.min(i,n-1));let u=(e,t,n)=>K`<li
id="picker-${e}"
class="menu-item ${e===i?"picked":""}"
role="option"
aria-selected=${n}
@pointerdown=${e=>e.preventDefault()}
@click=${()=>c(e)}
>
${t}
</li>`;return K`<input
class="picker-field"
type="text"
role="combobox"
aria-label=${a.label}
aria-expanded="true"
aria-controls="picker-list"
aria-autocomplete="list"
aria-activedescendant=${n?`picker-${i}`:""}
placeholder=${a.placeholder}
autocomplete="off"
.value=${l(s)}
@input=${e=>{s=e.target.value,i=0,o?.()}}
@keydown=${d}
/>
<ul class="picker-list" id="picker-list" role="listbox" aria-label=${a.label} aria-multiselectable=${!!a.several}>
${e.map((e,t)=>u(t,K`${e.mark?K`<span class="menu-mark">${e.mark}</span>`:J}<span class="menu-label">${e.label}${e.more?K`<small class="menu-more">${e.more}</small>`:J}</span>${e.hint?K`<span class="menu-hint">${e.hint}</span>`:J}${e.checked?K`<span class="menu-check">${h("check")}</span>`:J}`,!!e.checked))}
${t?u(e.length,K`<span class="menu-mark">${h("plus")}</span><span class="menu-label">${a.create?.label(s.trim())}</span>`,!1):J}
</ul>
${n?J:K`<p class="picker-nothing" role="status">${a.nothing}</p>`}`})}var Te=e=>e.selection.size>0?e.selection.ids:e.openId?[e.openId]:[];async function De(e,t,n,a={}){if(1!==t.length||e.selection.has(t[0]))return e.selection.clear(),e.actOnAll(t,n,a);let s="assign"===n||"label"===n||"unlabel"===n;return e.act(t[0],n,a,s)}function je(e,t,n=Te(e)){if(0===n.length)return;let a=e.agent.id,s=function(e,t){let n=new Set(t.map(t=>e.cache.rows.get(t)).flatMap(e=>{return e?[(t=e,t.agent_id)]:[];var t}));return 1===n.size?[...n][0]:void 0}(e,n),l=e.agents.filter(e=>e.active&&e.id!==a),i=t=>()=>De(e,n,"assign",{agent_id:t}),o=e=>K`${g(e,"small")}`;w(t,c("thread.assign"),[{items:[{label:c("thread.assign_me"),hint:"M",mark:o(e.agent),checked:s===a,run:i(a)}]},{label:l.length?c("thread.colleagues"):void 0,items:l.map(e=>({label:e.name,hint:c(`agent.state_${e.online?e.availability:"offline"}`),mark:o(e),checked:s===e.id,run:i(e.id)}))},{items:[{label:c("thread.assign_nobody"),checked:null===s,run:i(null)}]}])}function Re(e){let t=t=>new Date(e.getFullYear(),e.getMonth(),e.getDate()+t,9);return{hours:new Date(e.getTime()+108e5),tomorrow:t(1),monday:t((8-e.getDay())%7||7)}}var Be=e=>new Date(e.getTime()-6e4*e.getTimezoneOffset()).toISOString().slice(0,16);function Fe(n,a,s=Te(n)){0!==s.length&&w(a,c("thread.snooze"),[{items:Object.entries(Re(new Date)).map(([e,t])=>({label:c(`thread.snooze_${e}`),hint:"monday"===e?F(t):V(t.toISOString()),run:()=>De(n,s,"snooze",{until:t.toISOString()})}))},{items:[{label:c("thread.snooze_reply"),run:()=>De(n,s,"snooze",{until:null})},{label:c("thread.snooze_at"),run:()=>setTimeout(()=>function(n,a,s){let{tomorrow:l}=Re(new Date);t(a,c("thread.snooze"),()=>K`<form
class="popup-form"
@submit=${t=>{t.preventDefault();let{until:a}=t.target.elements,l=new Date(a.value);if(Number.isNaN(l.getTime())||l.getTime()<=Date.now())return a.focus();e(),De(n,s,"snooze",{until:l.toISOString()})}}
>
<label for="snooze-until">${c("thread.snooze_until")}</label>
<input id="snooze-until" name="until" type="datetime-local" required min=${Be(new Date)} .value=${Be(l)} />
<button class="button primary">${c("thread.snooze")}</button>
</form>`)}(n,a,s))}]}])}function Ne(e,t,n=Te(e)){if(0===n.length)return;let a=[...n],s=t=>a.every(n=>e.cache.rows.get(n)?.labels.includes(t)),l=t=>{let n=s(t)?"unlabel":"label";e.labels.expect(t),1===a.length?e.act(a[0],n,{labels:[t]},!0):e.actOnAll(a,n,{labels:[t]})};Le(t,{label:c("thread.labels"),placeholder:c("thread.labels_find"),nothing:c("thread.labels_none"),several:!0,options:t=>e.labels.search(t).map(t=>({id:t.id,label:t.name,mark:K`<i class="label-dot series-${e.labels.colour(t.name)}"></i>`,hint:t.conversations?String(t.conversations):void 0,checked:s(t.name)})),choose:e=>l(e.label),create:{label:e=>c("thread.labels_create",{name:e}),run:l}})}var Ve=(e,t)=>t-Date.parse(e)<6e4?c("thread.waited_now"):c("thread.waited",{time:R(e,t)});function Ue(e,t){let n=e.presence.writing(t).filter(t=>"agent"===t.member.kind&&t.member.id!==e.agent.id),a=e.presence.viewing(t,e.agent.id),s=n[0]?.member.id??a[0];return s?{id:s,name:e.agentName(s)??n[0]?.member.name??"",writing:n.length>0,more:new Set([...n.map(e=>e.member.id),...a]).size-1}:null}var He=[..."😀😄😁😅😂🙂😊😉😍😘😋😎🤗🤔😐😏😴😌😔😢😭😤😡😱😳🥰🤩🥳😇🤝👍👎👌✌🙏👏💪👋🤞💐🌹🌸🍵🎁🎉🎂🎈❤💔💯✨🔥⭐☀🌙☔📦🚚🛒💰📷📞⏰✅"].slice(0,64).map(e=>/[\u2600-\u27bf\u2b50\u23f0]/.test(e)?`${e}️`:e);function Ke({text:e,start:t,end:n},a){let s=a.length,l=e.slice(t,n);return e.slice(t-s,t)===a&&e.slice(n,n+s)===a?{text:e.slice(0,t-s)+l+e.slice(n+s),start:t-s,end:n-s}:l.length>=2*s&&l.startsWith(a)&&l.endsWith(a)?{text:e.slice(0,t)+l.slice(s,-s)+e.slice(n),start:t,end:n-2*s}:{text:e.slice(0,t)+a+l+a+e.slice(n),start:t+s,end:n+s}}function Pe({text:e,start:t,end:n}){let a=e.slice(t,n),s=/^https?:\/\/\S+$/.test(a)?a:"https://",l=s===a?"":a,i=t+l.length+3,o=`${e.slice(0,t)}[${l}](${s})${e.slice(n)}`;return s===a?{text:o,start:t+1,end:t+1}:{text:o,start:i,end:i+s.length}}var We=/^(- |\d+\. )/;function Qe({text:e,start:t,end:n},a){let s=e.lastIndexOf("\n",t-1)+1,l=e.indexOf("\n",n)<0?e.length:e.indexOf("\n",n),i=e.slice(s,l).split("\n"),o=i.every(e=>We.test(e)&&/^\d/.test(e)===a),r=i.map((e,t)=>(o?"":a?`${t+1}. `:"- ")+e.replace(We,"")).join("\n"),c=e.slice(0,s)+r+e.slice(l);return 1===i.length?{text:c,start:s+r.length,end:s+r.length}:{text:c,start:s,end:s+r.length}}function Ye(e,{from:t,to:n},a){let s=t+a.length;return{text:e.slice(0,t)+a+e.slice(n),start:s,end:s}}var Ze={canned:"thread.canned",mention:"thread.mention",emoji:"thread.emoji"};function Je({at:e,options:t,desk:n,close:a}){return{view(){if(!e.ask)return J;let s=t();return 0===s.length?"canned"===e.ask.kind&&"ready"===n.canned.phase?K`<p class="suggest suggest-nothing" role="status">${c("thread.canned_none")}</p>`:J:K`<ul class="suggest" id="suggest" role="listbox" aria-label=${c(Ze[e.ask.kind])}>
${s.map((t,n)=>K`<li
id="suggest-${n}"
class="menu-item ${n===e.at?"picked":""}"
role="option"
aria-selected=${n===e.at}
@pointerdown=${e=>e.preventDefault()}
@click=${()=>{a(),t.take()}}
>
${t.mark?K`<span class="menu-mark">${t.mark}</span>`:J}<span class="menu-label">${t.label}${t.more?K`<small class="menu-more">${t.more}</small>`:J}</span
>${t.hint?K`<span class="menu-hint">${t.hint}</span>`:J}
</li>`)}
</ul>`}}}var Xe=e=>{let t=Math.round(e/1e3);return`${Math.floor(t/60)}:${String(t%60).padStart(2,"0")}`};function Ge({locale:e,onWords:t,onEnd:n}){let a=window,s=a.SpeechRecognition??a.webkitSpeechRecognition,l=null;return{canSpeak:!(!a.speechSynthesis||!a.SpeechSynthesisUtterance),canListen:!!s,speak(t){let n=new a.SpeechSynthesisUtterance(t);n.lang=e,a.speechSynthesis.speak(n)},hush:()=>a.speechSynthesis?.cancel(),get listening(){return!!l},listen(){if(l)return l.stop();l=new s,l.lang=e,l.interimResults=!1,l.onresult=e=>{for(let n of[...e.results].slice(e.resultIndex))n.isFinal&&t(n[0].transcript)},l.onend=l.onerror=()=>{l=null,n()},l.start()}}}function et(n,a){let s=e=>{let t=[...e.currentTarget.children],n=function(e,t){let n={ArrowRight:1,ArrowLeft:-1,ArrowDown:8,ArrowUp:-8}[e];return n?Math.min(He.length-1,Math.max(0,t+n)):null}(e.key,t.indexOf(document.activeElement));if(null!==n){e.preventDefault();for(let[e,a]of t.entries())a.tabIndex=e===n?0:-1;t[n].focus()}};t(n,c("thread.emoji"),()=>K`<div class="emoji-grid" role="group" aria-label=${c("thread.emoji")} @keydown=${s}>
${He.map((t,n)=>K`<button
type="button"
tabindex=${n?-1:0}
@click=${()=>{e(),a(t)}}
>
${t}
</button>`)}
</div>`,{above:!0})}var tt=/Mac|iPhone|iPad/.test(navigator.platform),nt=tt?"⌘↵":"Ctrl ↵";function at({at:e,attach:t,insert:n,suggest:a,mark:s,say:l,speech:i,dictate:o,send:r,tray:d,sendOn:u}){let p=(e,t,n,a,s=!1,l)=>{let i=c(`thread.tool_${t}`);return K`<button
class="icon-button composer-tool"
type="button"
data-tool=${t}
aria-label=${i}
aria-haspopup=${s?"dialog":J}
aria-pressed=${l??J}
title=${n?`${i} · ${n}`:i}
@click=${a}
>
${h(e,18)}
</button>`},m=!!navigator.mediaDevices&&"MediaRecorder"in window,f=tt?"⌘":"Ctrl ",g=e=>{let{tomorrow:t}=Re(new Date);w(e.currentTarget,c("thread.send_more"),[{items:[{label:c("thread.send_close"),mark:h("check",16),hint:tt?"⌘⇧↵":"Ctrl ⇧ ↵",run:()=>r(!0)},{label:c("thread.send_snooze"),mark:h("alarm-clock",16),run:()=>r(!1,t.toISOString())}]}],{above:!0})};return{toolbar:r=>K`<div class="composer-tools" role="toolbar" aria-label=${c("thread.tools")} data-open=${e.tools}>
${p("paperclip","attach","F",t)}
${p("smile","emoji","",e=>et(e.currentTarget,n),!0)}
${p("square-slash","canned","/",e=>a.pickCanned(e.currentTarget),!0)}
${r?p("at-sign","mention","@",()=>n("@")):J}
${p("bold","bold",`${f}B`,s(e=>Ke(e,"**")))}
${p("list","list",`${f}⇧8`,s(e=>Qe(e,!1)))} ${p("link","link",`${f}U`,s(Pe))}
${m?p("audio-lines","voice","",l):J}
${i.canListen?p("mic","dictate","",o,!1,i.listening):J}
</div>`,goView:(e,t,n)=>K`<span class="composer-go">
<button class="button primary composer-send" ?disabled=${N(e)&&(n||!d.count)}>
<span class="no-phone">${c(n?"thread.save":t?"thread.add_note":"thread.send")}</span
><kbd class="no-phone" aria-hidden="true">${"enter"===u()?"↵":nt}</kbd
><span class="only-phone">${h("arrow-up",22)}<span class="hidden">${c(t?"thread.add_note":"thread.send")}</span></span>
</button>
${t||n?J:K`<button
class="button primary composer-also"
type="button"
aria-label=${c("thread.send_more")}
aria-haspopup="menu"
aria-expanded="false"
?disabled=${N(e)}
@click=${g}
>
${h("chevron-down",16)}
</button>`}</span
>`}}var st=CSS.supports("field-sizing: content");function lt({ui:e,choose:t}){let n=t=>{"ArrowLeft"!==t.key&&"ArrowRight"!==t.key||(t.preventDefault(),e.tab.value="reply"===e.tab.value?"note":"reply",document.getElementById(`tab-${e.tab.value}`)?.focus())};return a=>K`<button
class="composer-tab"
type="button"
role="tab"
id="tab-${a}"
aria-selected=${e.tab.value===a}
aria-controls="composer-text"
tabindex=${e.tab.value===a?0:-1}
title=${"reply"===a?"R":"N"}
@click=${()=>t(a)}
@keydown=${n}
>
${c(`thread.tab_${a}`)}
</button>`}function it({desk:e,ui:t,suggest:n,onFiles:a,send:s,tabButton:i,choose:o,dismiss:d,tray:u,onInput:p,onKey:m,at:f,voiceView:g,toolbar:b,hint:$,goView:w}){return{view:()=>{let k=e.row,y=e.openId;if(!y||!e.thread)return J;let x=e.compose.change(y),_=x?null:e.compose.quote(y),M=e.compose.answered(y),S=x?x.note:"note"===t.tab.value,I=x?x.text:e.drafts.get(y,t.tab.value),q=t.phone.value?Ue(e,y):null,E=c(S?"thread.note_placeholder":"closed"===k?.state?"thread.closed_placeholder":"thread.placeholder");return K`${n.view()}${q?.writing?K`<div class="collision" role="status">${c("thread.collision",{name:q.name})}${v}</div>`:M?K`<div class="collision" role="status">${c("thread.answered",{name:M})}</div>`:J}
<form
class="composer ${S?"composer-note":""}"
aria-label=${c("thread.composer")}
@paste=${a}
@submit=${e=>{e.preventDefault(),s()}}
>
<div class="composer-top">
<div class="composer-tabs" role="tablist" aria-label=${c("thread.composer")}>${i("reply")}${i("note")}</div>
<span class="composer-goes">
${S?K`${h("lock",14)} ${c("thread.note_private")}`:K`${Oe(k?.channel??"web")} ${(e=>r(`thread.goes_${e}`)?c(`thread.goes_${e}`):c("thread.goes_api"))(k?.channel??"web")}`}
</span>
</div>
<button
class="icon-button only-phone composer-switch"
type="button"
aria-label=${c("thread.tab_note")}
aria-pressed=${S}
@click=${()=>o(S?"reply":"note")}
>
${h("lock",20)}
</button>
${x||_?K`<div class="composer-strip">
${h(x?"pencil-line":"undo-2",14)}
<span>${x?c("thread.changing"):c("thread.quoting",{name:_?.name??"",text:_?.text??""})}</span>
<button class="icon-button" type="button" aria-label=${c("thread.leave_it")} @click=${d}>${h("x",16)}</button>
</div>`:J}
${x?J:u.view()}
<textarea
id="composer-text"
rows="1"
.value=${l(I)}
placeholder=${E}
aria-label=${c(S?"thread.note_label":"thread.reply_label")}
aria-autocomplete="list"
aria-controls=${n.isOpen?"suggest":J}
aria-activedescendant=${n.active()||J}
@input=${p}
@keydown=${m}
@blur=${n.close}
></textarea>
<button
class="icon-button only-phone composer-more"
type="button"
aria-label=${c("thread.tools")}
aria-expanded=${f.tools}
@click=${()=>{f.tools=!f.tools,e.touch("composer")}}
>
${h(f.tools?"x":"plus",22)}
</button>
${f.voice?g(f.voice):J}
<div class="composer-bottom" ?hidden=${!!f.voice}>
${b(S)}
<span class="composer-hint">${$()}</span>
${w(I,S,!!x)}
</div>
</form>`}}}var ot=[1,7,30,0],rt=null;function ct(e){rt=null,e.touch("details"),requestAnimationFrame(()=>document.getElementById("block")?.focus())}var dt=null;async function ut(e,t,n){let a=dt;if(!a||a.busy||a.name!==t)return;let s=a.text.trim();if(s===(n??""))return pt(e);a.busy=!0,a.wrong=await e.changeContact({[t]:s||null}),a.busy=!1,dt===a&&(a.wrong?(e.touch("details"),requestAnimationFrame(()=>document.getElementById(`contact-${t}`)?.focus())):pt(e))}function pt(e,t=!1){let n=dt?.name;dt=null,e.touch("details"),t&&requestAnimationFrame(()=>document.getElementById(`edit-${n}`)?.focus())}function ht(e,t,n){dt={contact:e.contact?.id??"",name:t,text:n??"",wrong:null,busy:!1},e.touch("details"),requestAnimationFrame(()=>document.getElementById(`contact-${t}`)?.select())}function mt(e,t,n){let a=c("contact.change",{what:c(`contact.field_${t}`).toLowerCase()});return K`<button class="icon-button edit-button" id="edit-${t}" aria-label=${a} title=${a} @click=${()=>ht(e,t,n)}>
${h("pencil-line",14)}
</button>`}var ft=(e,t)=>dt?.name===t&&dt.contact===e.contact?.id;function gt(e,t,n,a,s=null,i={}){let o=e.contact?.id??"",d=c(`contact.field_${n}`),u=dt?.contact===o&&dt.name===n?dt:null,p=s=>{s.isComposing||229===s.keyCode||("Escape"===s.key?(s.stopPropagation(),pt(e,!0)):"Enter"===s.key&&(t||s.metaKey||s.ctrlKey)&&(s.preventDefault(),ut(e,n,a)))};if(t&&!a&&!u)return J;let m=u?(()=>{let s=u?.wrong,i=s&&(r(`contact.wrong_${n}`)&&"invalid"===s?c(`contact.wrong_${n}`):c(r(`error.${s}`)?`error.${s}`:"error.unexpected",{seconds:0})),o=e=>u&&(u.text=e.target.value),h=()=>ut(e,n,a),m=t?K`<input id="contact-${n}" class="edit-field" aria-label=${d} aria-invalid=${!!s} aria-describedby=${s?`wrong-${n}`:J} maxlength="254" .value=${l(u?.text??"")} @input=${o} @keydown=${p} @blur=${h} />`:K`<textarea id="contact-${n}" class="edit-field" rows="4" aria-label=${d} aria-invalid=${!!s} aria-describedby=${s?`wrong-${n}`:J} maxlength="2000" .value=${l(u?.text??"")} @input=${o} @keydown=${p} @blur=${h}></textarea>`;return K`${m}${s?K`<p class="failed edit-wrong" id="wrong-${n}" role="alert">${i}</p>`:J}`})():a?K`${s?K`<a href=${s}>${a}</a>`:K`<span class=${t?"":"note-lines"}>${a}</span>`}${i.mark??J}${i.fixed?J:mt(e,n,a)}${i.below??J}`:K`<button class="text-button quiet" id="edit-${n}" @click=${()=>ht(e,n,a)}>${c("contact.add",{what:d.toLowerCase()})}</button>`;return t?K`<div class="fact">
<dt title=${d}>${h(t,16)}<span class="hidden">${d}</span></dt>
<dd class="edit">${m}</dd>
</div>`:K`<div class="edit-note">${m}</div>`}var bt=new Intl.DisplayNames(o,{type:"language"}),$t=new Map;function vt(e){try{return e?new URL(e).host:null}catch{return null}}var wt=(e,t,n)=>n?K`<div class="fact">
<dt title=${t}>${h(e,16)}<span class="hidden">${t}</span></dt>
<dd>${n}</dd>
</div>`:J,kt=["name","email","phone"],yt=e=>c(e.verified?b(e)?"common.verified":"contact.id_verified":"contact.unverified");function xt(e,t){let{known:n}=e;return["team","said"].filter(a=>n[a][t]&&n[a][t]!==e[t]).map(e=>K`<p class="fact-other">${c(`contact.by_${e}`,{text:n[e][t]??""})}</p>`)}function _t(e,t){let n=e.sources[t];return{fixed:"proven"===n,mark:"proven"===n?K`<span class="verified" role="img" aria-label=${c("contact.proven")} title=${c("contact.proven")}>${h("badge-check",14)}</span>`:"said"===n&&e.verified?K`<span class="fact-unproven">${c("contact.unproven")}</span>`:J,below:xt(e,t)}}function Mt(e,t,n){e.ticks.details.value,e.ticks.thread.value;let a=t.now.value;if(e.turning)return Y;let s=e.row;if(!s)return J;let{contact:i}=e,r=i?.data??null,u=r??s.contact,p={...s.contact,name:u.name,name_source:r?r.sources.name:s.contact.name_source},g=t.phone.value,v=r?function(e,t){let{device:n,time_zone:a}=e,s=n?[n.app,n.browser,n.os].filter(Boolean).join(" · "):"",l="";try{a&&(l=function(e){let t=$t.get(e)??new Intl.DateTimeFormat(o,{hour:"2-digit",minute:"2-digit",hourCycle:"h23",timeZone:e});return $t.set(e,t),t}(a).format(t))}catch{}return{device:s,local:l&&c("contact.local_time",{time:l})}}(r,a):{device:"",local:""},w=r?c("contact.since",{month:Z(r.created_at,a)}):"";return K`<div class="grip only-phone" aria-hidden="true"></div>
<section class="panel panel-who">
${f({id:s.contact.id,name:u.name})}
<div class="who">
<h2 class="who-name" id="details-title" tabindex="-1">
<span class="name">${m({...s.contact,name:u.name})}</span>${b(p)?$(!0):J}${r?.name&&"proven"!==r.sources.name?mt(e,"name",r.name):J}
</h2>
<p>${[yt(p),w].filter(Boolean).join(" · ")}</p>
${r?xt(r,"name"):J}
</div>
${t.narrow.value?K`<button class="icon-button" aria-label=${c("common.close")} @click=${()=>t.details.set(!1)}>${h("x",20)}</button>`:J}
${r?K`<dl class="facts">
${ft(e,"name")?gt(e,"user","name",r.name):J}
${gt(e,"mail","email",r.email,g?null:`mailto:${r.email}`,_t(r,"email"))}
${gt(e,"phone","phone",r.phone,g?null:`tel:${r.phone}`,_t(r,"phone"))}
${gt(e,"map-pin","city",r.city)} ${wt("id-card",c("contact.user_id"),r.user_id)}
${wt("languages",c("contact.language"),r.locale&&function(e){try{let{language:t,script:n}=new Intl.Locale(e).maximize();return bt.of("zh"===t?`zh-${n}`:t)??e}catch{return e}}(r.locale))}
${wt("monitor-smartphone",c("contact.device"),v.device)} ${wt("clock",c("contact.clock"),v.local)}
</dl>`:J}
<div class="who-labels">
${s.labels.map(t=>K`<span class="chip"><i class="chip-dot series-${e.labels.colour(t)}"></i>${t}</span>`)}
<button
class="text-button quiet"
id="labels"
aria-haspopup="dialog"
aria-expanded="false"
title=${`${c("thread.labels")} · T`}
@click=${t=>Ne(e,t.currentTarget,[s.id])}
>
${h("plus",14)} ${c("thread.labels")}
</button>
${r?function(e,t){return["name","email","phone","city"].filter(n=>!t[n]&&!ft(e,n)).map(t=>K`<button class="text-button quiet" id="edit-${t}" @click=${()=>ht(e,t,null)}>
${h("plus",14)} ${c(`contact.field_${t}`)}
</button>`)}(e,r):J}
</div>
${((e,t)=>K`<div class="tiles only-phone">
${t?.phone?K`<a class="tile" href="tel:${t.phone}">${h("phone",20)}${c("contact.call")}</a>`:J}
${t?.email?K`<a class="tile" href="mailto:${t.email}">${h("mail",20)}${c("contact.mail")}</a>`:J}
<button class="tile" aria-haspopup="menu" @click=${t=>je(e,t.currentTarget)}>
${h("user-plus",20)}${c("contact.hand_over")}
</button>
</div>`)(e,r)}
</section>
${"failed"===i?.phase?K`<p class="panel-note" role="alert">
${c("contact.failed")}
<button class="text-button" @click=${()=>e.loadContact(!1)}>${c("common.retry")}</button>
</p>`:J}
${r?K`${((e,t,n)=>t.block?K`<section class="panel">${function(e,t,n){let{id:a,reason:s,agent_id:l,blocked_at:i,until:o}=t.block,r=l?e.agentName(l):null,d=[r?c("contact.blocked_by",{name:r}):null,H(i,n),o?c("contact.blocked_until",{time:ee(o)}):null];return K`<div class="blocked" role="status">
${h("lock",16)}
<div>
<strong>${c("contact.blocked")}</strong>
${s?K`<p>${s}</p>`:J}
<p class="blocked-facts">${d.filter(Boolean).join(" · ")}</p>
</div>
<button class="text-button" @click=${()=>e.unblock(a)}>${c("contact.unblock")}</button>
</div>`}(e,t,n)}</section>`:J)(e,r,a)}${function(e,t,n){if(!e.page)return J;let{url:a,title:s,referrer:l,at:i}=e.page,o=vt(l),r=[o&&o!==vt(a)?c("contact.from",{host:o}):null,d("contact.visits",e.visits)];return K`<section class="panel">
<div class="panel-head"><h3>${c(n?"contact.looking_at":"contact.looked_at")}</h3></div>
<p class="looking">
<i class="presence ${n?"on":""}"></i>
<span class="looking-title" title=${a}>${s||vt(a)||a}</span>
</p>
<p class="looking-more"><span class="path" title=${a}>${function(e){try{let{pathname:t,search:n}=new URL(String(e));return t+n}catch{return e}}(a)}</span> · ${R(i??"",t)}</p>
<p class="looking-more">${r.filter(Boolean).join(" · ")}</p>
</section>`}(r,a,e.presence.customer(String(e.openId))??!!r.online)}${function(e,t,n){let a=[e.name,e.email,e.phone],s=Object.entries(e.attributes??{}).filter(([e,t])=>!(kt.includes(e.replace(/_\d+$/,""))&&a.includes(String(t)))),l=e.events??[];return K`${s.length?K`<section class="panel">
<div class="panel-head"><h3>${c("contact.attributes")}</h3><span>${c("contact.unproven")}</span></div>
<dl class="said">${s.map(([e,t])=>K`<div><dt>${n[e]??(kt.includes(e)?c(`contact.field_${e}`):e)}</dt><dd>${(e=>"boolean"==typeof e?c(e?"contact.yes":"contact.no"):String(e))(((e,t)=>/^(consent|checkbox)(_\d+)?$/.test(e)&&/^(true|false)$/.test(String(t))?!0===t||"true"===t:t)(e,t))}</dd></div>`)}</dl>
</section>`:J}${l.length?K`<section class="panel">
<div class="panel-head"><h3>${c("contact.events")}</h3></div>
<dl class="said">
${l.map(e=>K`<div><dt>${e.name}</dt><dd>${H(e.at,t)}</dd></div>`)}
</dl>
</section>`:J}`}(r,a,e.formLabels)}${function(e,t,n,a){let s=t.conversations.filter(t=>t.id!==e.openId);return 0===s.length?J:K`<section class="panel">
<div class="panel-head"><h3>${c("contact.before")}</h3><span>${s.length}</span></div>
<ul class="earlier">
${s.map(e=>K`<li>
<a
href="/inbox/${e.id}"
@click=${t=>{t.metaKey||t.ctrlKey||t.shiftKey||(t.preventDefault(),a(e.id))}}
>
${h("message-circle",16)}
<span class="earlier-text">${O(e.last_message?.text??null,e.last_message?.media_type,e.last_message?.sender?.kind)||c("inbox.no_message")}</span>
<span class="earlier-when">${H(e.updated_at,n)} · ${c(`common.state_${e.state}`)}</span>
</a>
</li>`)}
</ul>
</section>`}(e,r,a,n)}
<section class="panel">
<div class="panel-head"><h3>${c("contact.field_note")}</h3></div>
${gt(e,null,"note",r.note)}
</section>
${function(e,t){if(t.block)return J;let n=rt?.contact===t.id;return K`<section class="panel">
${n?((e,t)=>K`<form
class="block-form"
@submit=${n=>{n.preventDefault(),async function(e,t){let n=rt;if(!n||n.busy)return;n.busy=!0;let a={reason:n.reason.trim()||null,until:n.days?new Date(Date.now()+864e5*n.days).toISOString():null},s=[{contact_id:t.id},...n.address&&t.address?[{address:t.address}]:[]],l=await e.block(s.map(e=>({...e,...a})));n.busy=!1,l&&rt===n&&ct(e)}(e,t)}}
@keydown=${t=>{"Escape"===t.key&&(t.stopPropagation(),ct(e))}}
>
<p>${c("contact.block_means")}</p>
<label for="block-reason">${c("contact.block_reason")}</label>
<input
id="block-reason"
class="edit-field"
maxlength=${200}
autocomplete="off"
.value=${l(rt?.reason??"")}
@input=${e=>rt&&(rt.reason=e.target.value)}
/>
<label for="block-days">${c("contact.block_for")}</label>
<select id="block-days" class="edit-field" @change=${e=>rt&&(rt.days=Number(e.target.value))}>
${ot.map(e=>K`<option value=${e} ?selected=${rt?.days===e}>${c(`contact.block_days_${e}`)}</option>`)}
</select>
${t.address?K`<label class="check"
><input
type="checkbox"
.checked=${l(rt?.address??!1)}
@change=${e=>rt&&(rt.address=e.target.checked)}
/><span>${c("contact.block_address",{address:t.address})}</span></label
>`:J}
<div class="block-does">
<button type="button" class="button quiet" @click=${()=>ct(e)}>${c("contact.block_cancel")}</button>
<button type="submit" class="button danger" aria-busy=${rt?.busy??!1}>${c("contact.block")}</button>
</div>
</form>`)(e,t):K`<button class="text-button quiet" id="block" @click=${()=>function(e,t){rt={contact:t.id,days:0,reason:"",address:!1,busy:!1},e.touch("details"),requestAnimationFrame(()=>document.getElementById("block-reason")?.focus())}(e,t)}>${h("lock",14)} ${c("contact.block")}</button>`}
</section>`}(e,r)}`:J}`}var St="servicedesk.list_width",[It,qt,Et]=[280,340,560],zt={shop:"/settings/shop",site:"/settings/widget#site",hours:"/settings/hours",colleague:"/settings/team",answers:"/settings/canned",first_answer:"/demo"},Ct=2*Math.PI*15;function At({name:e,done:t}){let n=c(`inbox.step_${e}`);if(t)return K`<li class="done">${h("circle-check",18)}<span>${n}</span><span class="hidden">${c("inbox.step_done")}</span></li>`;let a="site"===e&&le(location.origin),s=zt[e];return K`<li>
<a href=${s} target=${"/demo"===s?"_blank":J} rel=${"/demo"===s?"noopener":J}>${h("circle",18)}<span>${n}${a?K`<small class="step-trouble">${c(`inbox.step_site_${a}`)}</small>`:J}</span>${h("chevron-right")}</a>
</li>`}function Ot(e,t,n){let a=[],s=0,l=null;return e.forEach((e,i)=>{t&&e.group!==l&&(l=e.group,a.push({kind:"head",key:`head:${l}:${i}`,group:l,top:s,height:n.head}),s+=n.head),a.push({kind:"row",key:e.id,id:e.id,index:i,top:s,height:n.row}),s+=n.row}),{sections:a,height:s}}var Lt=["mine","unassigned","open"],Tt=(e,t,n)=>{let a=new Map;for(let s=t;s<=n;s++)a.set(e[s],s);return a},Dt=ae(class extends se{constructor(e){if(super(e),e.type!==te.CHILD)throw Error("repeat() can only be used in text expressions")}dt(e,t,n){let a;void 0===n?n=t:void 0!==t&&(a=t);let s=[],l=[],i=0;for(let t of e)s[i]=a?a(t,i):i,l[i]=n(t,i),i++;return{values:l,keys:s}}render(e,t,n){return this.dt(e,t,n).values}update(e,[t,l,i]){let o=a(e),{values:r,keys:c}=this.dt(t,l,i);if(!Array.isArray(o))return this.ut=c,r;let d,u,p=this.ut??=[],h=[],m=0,f=o.length-1,g=0,b=r.length-1;for(;m<=f&&g<=b;)if(null===o[m])m++;else if(null===o[f])f--;else if(p[m]===c[g])h[g]=oe(o[m],r[g]),m++,g++;else if(p[f]===c[b])h[b]=oe(o[f],r[b]),f--,b--;else if(p[m]===c[b])h[b]=oe(o[m],r[b]),ie(e,h[b+1],o[m]),m++,b--;else if(p[f]===c[g])h[g]=oe(o[f],r[g]),ie(e,o[m],o[f]),f--,g++;else if(void 0===d&&(d=Tt(c,g,b),u=Tt(p,m,f)),d.has(p[m]))if(d.has(p[f])){let t=u.get(c[g]),n=void 0!==t?o[t]:null;if(null===n){let t=ie(e,o[m]);oe(t,r[g]),h[g]=t}else h[g]=oe(n,r[g]),ie(e,o[m],n),o[t]=null;g++}else s(o[f]),f--;else s(o[m]),m++;for(;g<=b;){let t=ie(e,h[b+1]);oe(t,r[g]),h[g++]=t}for(;m<=f;){let e=o[m++];null!==e&&s(e)}return this.ut=c,n(e,h),Y}});function jt(e){let t=e.cache.counts;if(!t)return J;if(0!==t.all)return K`<div class="empty empty-quiet">
<p>${c("inbox.choose")}</p>
<p class="keys-line"><kbd>J</kbd><kbd>K</kbd> ${c("inbox.choose_keys")} <kbd>↵</kbd> ${c("inbox.choose_open")}</p>
</div>`;let n=document.querySelector('meta[name="assets"]')?.getAttribute("content")??"";return K`<div class="empty">
<img src="${n}/img/empty-inbox.svg" width="182" height="118" alt="" />
<h2>${c("inbox.nobody")}</h2>
<p>${c("inbox.nobody_why")}</p>
<div class="empty-actions">
<a class="button primary tall" href="/demo" target="_blank" rel="noopener">${h("store",18)}${c("inbox.try_it")}</a>
${e.firstSteps.allowed?function(e){let t="adding"===e.firstSteps.work;return K`<button class="button tall" aria-busy=${t} @click=${e.firstSteps.addDemo}>${c(t?"inbox.demo_adding":"inbox.demo_add")}</button>`}(e):J}
</div>
${e.firstSteps.allowed?K`<p class="empty-hint">${c("inbox.demo_hint")}</p>`:J}
</div>`}var Rt={row:72,head:34},Bt={row:76,head:38};function Ft({desk:e,unseen:t,order:n,here:a,focusRow:s,laid:l,stretch:i}){return{pill:()=>{e.ticks.list.value;let o=t(),r=new Set(n()),c=e.list.waiting+o.filter(t=>r.has(t)||!e.list.has(t)).length;if(!c)return J;let u=o.length>0&&(l().sections.find(e=>e.key===o[0])?.top??1/0)>i.value.top;return K`<button class="new-pill" @click=${async()=>{e.list.release();let[t]=o;return t?(await e.moreUntil(()=>e.list.has(t)),requestAnimationFrame(()=>requestAnimationFrame(()=>s(t)))):a.scroller?.scrollTo(0,0)}}>${h(u?"arrow-down":"arrow-up",14)} ${d("inbox.new",c)}</button>`}}}function Nt(e,t,n){let a={focused:null,scroller:null,hover:null,lastAt:0,known:{},walked:null},{stretch:s,laid:l,arrived:i,onScroll:o,unseen:r}=function({ui:e,desk:t,here:n}){let a=L({top:0,height:900}),s=new Set,l=()=>e.phone.value?Bt:Rt,i=()=>{let[e,a,s]=[t.list.shown,"open"===t.list.view&&"waiting"===t.list.sort&&null===t.list.label,l()];return(n.known.shown!==e||n.known.grouped!==a||n.known.tall!==s)&&(n.known={shown:e,grouped:a,tall:s,...Ot(e,a,s)}),n.known};return{stretch:a,laid:i,arrived:s,onScroll:()=>{if(!n.scroller)return;let{scrollTop:e,clientHeight:s}=n.scroller;(Math.abs(e-a.value.top)>80||s!==a.value.height)&&(a.value={top:e,height:s}),t.list.hold("scrolled",e>8);let{height:o}=i();o-e-s<12*l().row&&t.more()},unseen:()=>{let{top:n,height:l}=a.value;for(let a of s){let o=t.cache.rows.get(a),r=i().sections.find(e=>e.key===a),c=r&&r.top+r.height/2>n&&r.top+r.height/2<n+l&&e.sees("inbox")&&"visible"===document.visibilityState;(!o?.waiting_since||a===t.openId||c||!t.list.takes(o))&&s.delete(a)}return[...s]}}}({ui:t,desk:e,here:a}),{aimAt:u,showView:p,step:k,aimed:y,focusRow:M}=function({here:e,desk:t,stretch:n,laid:a}){let s=n=>{e.focused=n,t.touch("list")},l=l=>{e.walked={id:l,open:t.openId},s(l);let i=a().sections.find(e=>e.key===l);if(e.scroller&&i){let{scrollTop:t,clientHeight:a}=e.scroller;i.top<t?e.scroller.scrollTop=i.top-40:i.top+i.height>t+a&&(e.scroller.scrollTop=i.top+i.height-a+8),n.value={top:e.scroller.scrollTop,height:a}}e.scroller?.querySelector(`.row[data-id="${CSS.escape(l)}"]`)?.focus({preventScroll:!0})};return{aimAt:s,showView:a=>{e.scroller?.scrollTo(0,0),n.value={top:0,height:e.scroller?.clientHeight||900},s(null),t.showView(a)},step:n=>{let a=t.list.shown;if(0===a.length)return;let s=a.findIndex(n=>n.id===(e.focused??t.openId)),i=s>=0?s+n:n>0?e.lastAt:e.lastAt-1,o=Math.max(0,Math.min(a.length-1,i));e.lastAt=o,l(a[o].id),o>a.length-12&&t.more()},aimed:()=>{let n=document.activeElement?.closest(".list-scroll .row")?.dataset.id;return n&&e.walked?.id===n&&e.walked.open===t.openId?n:null},focusRow:l}}({here:a,desk:e,stretch:s,laid:l}),{choosing:S,order:I,all:q,chooseAll:E,endChoosing:z,nextTo:C}=function({desk:e}){let t=L(!1),n=()=>e.list.shown.map(e=>e.id);return{choosing:t,order:n,all:()=>null===e.list.page.cursor?n().length:null===e.list.label?e.cache.counts?.[e.list.view]??null:null,chooseAll:async()=>{t.value=!0,await e.moreUntil(()=>n().length>=200),e.selection.all(n())},endChoosing:()=>{t.value=!1,e.selection.clear()},nextTo:e=>{let t=n(),a=t.indexOf(e);return a<0?null:t[a+1]??t[a-1]??null}}}({desk:e}),{pointed:A,onClick:D,onOver:j,onEnter:B,onLeave:F}=function({desk:e,choosing:t,ui:n,here:a,open:s,aimAt:l,order:i}){let o=L(null);return{pointed:o,onClick:o=>{let r=o.target,c=r.closest(".place")?.dataset.id;if(!c)return;let d=r.closest("[data-action]");if(d)return((t,n)=>{let{action:a}=n.dataset;"take"===a?De(e,[t],"assign",{agent_id:e.agent.id}):"snooze"===a?Fe(e,n,[t]):De(e,[t],"close"===a?"close":"reopen")})(c,d);let u=r.closest(".row-check");return u||(e=>e.target.closest?.(".row"))(o)&&!o.ctrlKey&&!o.metaKey&&!o.button?(o.preventDefault(),o.shiftKey||u||t.value&&n.phone.value?(l(c),void(o.shiftKey?e.selection.range(c,i()):e.selection.toggle(c))):(a.focused=c,void s(c))):void 0},onOver:t=>{clearTimeout(a.hover);let n=t.target.closest(".place")?.dataset.id;"mouse"===t.pointerType&&(o.value=n??null),n&&(a.hover=setTimeout(()=>e.threads.prefetch(n),120))},onEnter:t=>"mouse"===t.pointerType&&e.list.hold("pointer",!0),onLeave:()=>{clearTimeout(a.hover),o.value=null,e.list.hold("pointer",!1)}}}({desk:e,choosing:S,ui:t,here:a,open:n,aimAt:u,order:I}),{viewsMenu:N,sortMenu:V,filterMenu:U,countOf:W,again:Q}=function({desk:e,showView:t,choosing:n,here:a,aimAt:s}){let l=t=>e.cache.counts?.[t]??"",i=t=>{a.scroller?.scrollTo(0,0),s(null),e.arrangeBy(t)};return{viewsMenu:a=>{let s=x.filter(e=>"snoozed"!==e||Number(l("snoozed"))>0);w(a.currentTarget,c("inbox.views"),[{items:s.map(n=>({label:c(`inbox.view_${n}`),hint:String(l(n)),checked:n===e.list.view,run:()=>t(n)}))},{items:[{label:c("inbox.choose_many"),hint:"X",mark:h("list-checks"),run:()=>n.value=!0}]}])},sortMenu:t=>w(t.currentTarget,c("inbox.sort"),[{items:["waiting","newest"].map(t=>({label:c(`inbox.sort_${t}`),checked:e.list.sort===t,run:()=>i({sort:t})}))}]),filterMenu:t=>Le(t.currentTarget,{label:c("inbox.filter"),placeholder:c("thread.labels_find"),nothing:c("thread.labels_none"),options:t=>e.labels.search(t).map(t=>({id:t.id,label:t.name,mark:K`<i class="label-dot series-${e.labels.colour(t.name)}"></i>`,checked:e.list.label===t.name})),choose:t=>i({label:t.label===e.list.label?null:t.label})}),countOf:l,again:i}}({desk:e,showView:p,choosing:S,here:a,aimAt:u}),{body:Y,emptyWords:Z}=function({desk:e,ui:t,laid:n,stretch:a,here:s,choosing:l,pointed:i}){let o=()=>K`<div class="skeletons" aria-hidden="true">
${[0,1,2].map(e=>K`<div class="skeleton fade-${e}"><i></i><b></b><b></b></div>`)}
</div>`;return{body:()=>{let{sections:o,height:r}=n(),{top:u,height:p}=a.value,w=function(e,t,n){let a=0,s=e.length;for(;a<s;){let n=a+s>>1;e[n].top+e[n].height<=t?a=n+1:s=n}let l=a;for(;l<e.length&&e[l].top<n;)l+=1;return e.slice(a,l)}(o,u-360,u+p+360),k=t.now.value,y=e.list.page.cursor?-1:e.list.shown.length,x=s.focused??e.openId??e.list.shown[0]?.id,M=e.list.shown.some(e=>e.id===x)?x:e.list.shown[0]?.id;return K`<div class="list-space ${l.value||e.selection.size?"choosing":""}" .style=${`height:${r}px`}>
${Dt(w.filter(e=>"head"===e.kind),e=>e.key,t=>"head"===t.kind&&K`<h3 class="group-head" .style=${`transform:translateY(${t.top}px)`}>
${c(`inbox.group_${t.group}`)} <span class="count">${(t=>{let n=e.cache.counts;if(!n)return"";let[a,s]=[n.open??0,n.waiting??0];return"us"===t?s:a-s})(t.group)}</span>
</h3>`)}
<div role="list" aria-label=${c("inbox.list")}>
${Dt(w.filter(e=>"row"===e.kind),e=>e.key,t=>{let n="row"===t.kind&&e.cache.rows.get(t.id);if(!n||"row"!==t.kind)return J;let a=e.selection.has(n.id);return K`<div
class="place ${a?"chosen":""}"
data-id=${n.id}
role="listitem"
aria-setsize=${y}
aria-posinset=${t.index+1}
.style=${`transform:translateY(${t.top}px)`}
>
${function(e,t,n){let a=t.id===e.openId&&e.reading?0:t.unread,s=t.agent_id?{id:t.agent_id,name:e.agentName(t.agent_id)??""}:null,l=e.presence.writing(t.id).find(t=>"agent"===t.member.kind&&t.member.id!==e.agent.id);return K`<a
class="row ${a>0?"unread":""}"
href="/inbox/${t.id}"
data-id=${t.id}
aria-current=${n.open?"true":"false"}
tabindex=${n.focus?0:-1}
>
${f(t.contact,K`<span class="channel">${Oe(t.channel)}</span>${t.online?K`<i class="presence on"></i>`:J}`)}
<span class="row-name"><span class="name">${m(t.contact)}</span>${t.online?K`<span class="hidden">${c("agent.state_online")}</span>`:J}${b(t.contact)?$(!0):J}</span>
<span class="row-wait">${function(e,t){if("closed"===e.state)return K`<span>${H(e.updated_at,t)}</span>`;if(e.waiting_since){let n=R(e.waiting_since,t);return K`<span title=${X(e.waiting_since)}><span class="hidden">${c("inbox.waits")} </span>${n}</span>`}return K`<span title=${X(e.updated_at)}>${H(e.updated_at,t)}</span>`}(t,n.now)}</span>
<span class="row-last">${function(e,t){let n=e.unsentOf(t.id),a=n.find(e=>"failed"===e.state);if(a)return K`<span class="failed" role="img" aria-label=${c("inbox.failed")}>${h("circle-alert",14)}</span> ${T(a.content)}`;let s=e.presence.writing(t.id).find(e=>"visitor"===e.member.kind);if(s)return K`<span class="typing">${v}</span> ${s.preview??K`<span>${c("inbox.typing")}</span>`}`;let l=t.id===e.openId?null:e.drafts.of(t.id);if(l)return K`<span class="draft">${c("inbox.draft")}</span> ${l}`;let i=n.at(-1);if(i)return c("inbox.you",{text:T(i.content)??""});let o=t.last_message;if(!o)return c("inbox.no_message");let r=O(o.text,o.media_type,o.sender.kind)??c("thread.recalled");return o.note?K`<span class="quiet">${c("inbox.note")}</span> ${r}`:"visitor"===o.sender.kind?r:o.sender.id===e.agent.id?c("inbox.you",{text:r}):c("inbox.by",{name:o.sender.name??e.agentName(o.sender.id)??"",text:r})}(e,t)}</span>
${_(t)&&t.id!==e.openId?K`<span class="pill pill-mention" role="img" aria-label=${c("inbox.mentioned")} title=${c("inbox.mentioned")}>@</span>`:J}
${a>0?K`<span class="pill"><span aria-hidden="true">${a>99?"99+":a}</span
><span class="hidden">${d("inbox.unread",a)}</span></span>`:J}
<span class="row-facts">${function(e,t,n){if(t.labels.length>0){let n=t.labels.length-2;return K`${t.labels.slice(0,2).map(t=>K`<span class="row-label"><i class="label-dot series-${e.labels.colour(t)}"></i>${t}</span>`)}${n>0?K`<span>+${n}</span>`:J}`}if("closed"===t.state)return c("inbox.state_closed");if("snoozed"===t.state){let e=t.snoozed_until?P(t.snoozed_until,n):c("thread.snooze_reply");return K`${h("alarm-clock",12)} <span title=${c("inbox.state_snoozed")}>${e}</span>`}return t.agent_id?J:c("inbox.unassigned")}(e,t,n.now)}</span>
<span class="row-who">
${l?K`<span class="writing-colleague">${v}</span>`:J}
${s?.name?K`${g(s,"tiny")}<span class="hidden">${c("inbox.assigned_to",{name:s.name})}</span>`:J}
</span>
</a>`}(e,n,{now:k,index:t.index,count:y,focus:M===n.id,open:e.openId===n.id})}
${a||i.value===n.id||l.value||e.selection.size?K`<button class="row-check" role="checkbox" tabindex="-1" aria-checked=${a} aria-label=${c("inbox.choose_one",{name:m(n.contact)})}>
<i>${h("check",14)}</i>
</button>`:J}
${i.value===n.id?function(e,t){let n=m(e.contact),a=(e,t,a)=>K`<button class="icon-button" tabindex="-1" data-action=${e} aria-label=${`${c(a)} · ${n}`} title=${c(a)}>${h(t,16)}</button>`;return"closed"===e.state?K`<span class="row-tools">${a("reopen","rotate-ccw","thread.reopen")}</span>`:K`<span class="row-tools">
${e.agent_id===t?J:a("take","user-plus","inbox.key_take")} ${a("snooze","alarm-clock","thread.snooze")}
${a("close","check","thread.close")}
</span>`}(n,e.agent.id):J}
</div>`})}
</div>
</div>`},emptyWords:()=>{let n=e.list.page;return n.failed&&!n.loaded?K`<p class="list-note" role="alert">
${c("inbox.list_failed")} <button class="text-button" @click=${e.retryList}>${c("common.retry")}</button>
</p>`:n.loaded?null!==e.list.label?K`<p class="list-note">${c("inbox.empty_label",{name:e.list.label})}</p>`:0===e.cache.counts?.all?K`<h3 class="lone-head">${c("inbox.group_us")} <span class="count">0</span></h3>${t.phone.value?jt(e):o()}`:K`<p class="list-note">${c(`inbox.empty_${e.list.view}`)}</p>`:o()}}}({desk:e,ui:t,laid:l,stretch:s,here:a,choosing:S,pointed:A}),{bulk:G,header:ee}=function({desk:e,viewsMenu:t,sortMenu:n,filterMenu:a,showView:s,countOf:l,again:i,all:o,choosing:r,chooseAll:u,endChoosing:p}){return{bulk:()=>{let t=e.selection.size;if(0===t&&!r.value)return J;let n=e.list.view,a=(e,n,a,s,l)=>K`<button class="bulk-action" ?disabled=${0===t} aria-haspopup=${l?"menu":J} @click=${s}>
${h(e,18)}<span>${c(n)} <kbd class="no-phone" aria-hidden="true">${a}</kbd></span>
</button>`;return K`<div class="bulk" role="toolbar" aria-label=${c("inbox.bulk")}>
<p>
<b role="status">${d("inbox.chosen",t)}</b>
<button class="text-button" @click=${u}>${(()=>{let e=o();return null===e?c("inbox.choose_every"):e>200?c("inbox.choose_first",{count:200}):c("inbox.choose_all",{count:e})})()}</button>
<button class="text-button" @click=${p}>${c("inbox.choose_none")}</button>
</p>
<div>
${a("user-plus","inbox.bulk_assign","A",t=>je(e,t.currentTarget),!0)}
${a("tag","inbox.bulk_label","T",t=>Ne(e,t.currentTarget),!0)}
${"closed"===n?a("rotate-ccw","thread.reopen","E",()=>De(e,e.selection.ids,"reopen"),!1):K`${a("alarm-clock","thread.snooze","Z",t=>Fe(e,t.currentTarget),!0)}
${a("check","thread.close","E",()=>De(e,e.selection.ids,"close"),!1)}`}
</div>
</div>`},header:()=>{let o=e.list.view,r=Lt.includes(o)?Lt:[...Lt,o];return K`<header class="list-head">
<h2>
<button class="title-button" aria-haspopup="menu" aria-expanded="false" @click=${t}>
${c("rail.inbox")}${h("chevron-down",18)}
</button>
<span class="list-tools">
<button
class="icon-button"
aria-haspopup="menu"
aria-expanded="false"
aria-label=${`${c("inbox.sort")} · ${c(`inbox.sort_${e.list.sort}`)}`}
title=${c(`inbox.sort_${e.list.sort}`)}
@click=${n}
>
${h("arrow-up-down",18)}
</button>
<button class="icon-button" aria-haspopup="dialog" aria-expanded="false" aria-label=${c("inbox.filter")} title=${c("inbox.filter")} @click=${a}>
${h("list-filter",18)}
</button>
</span>
</h2>
<div class="pills" role="group" aria-label=${c("inbox.views")}>
${r.map(e=>K`<button class="view-pill" aria-pressed=${e===o} @click=${()=>s(e)}>
${c(`inbox.view_${e}`)} <span class="count">${l(e)}</span>
</button>`)}
</div>
${null===e.list.label?J:K`<p class="list-filter">
<span class="chip"><i class="chip-dot series-${e.labels.colour(e.list.label)}"></i>${e.list.label}</span>
<button class="text-button" @click=${()=>i({label:null})}>${c("inbox.filter_off")}</button>
</p>`}
</header>`}}}({desk:e,viewsMenu:N,sortMenu:V,filterMenu:U,showView:p,countOf:W,again:Q,all:q,choosing:S,chooseAll:E,endChoosing:z});return{step:k,bulk:()=>(e.ticks.list.value,G()),choose(t){let n=a.focused??e.openId??e.list.shown[0]?.id;n&&(t?e.selection.range(n,I()):e.selection.toggle(n))},chooseAll:E,nextTo:C,get aimed(){return y()},arrived(t){i.add(t),e.touch("list")},endChoosing:()=>!(!S.value&&0===e.selection.size||(z(),0)),prefetchAfter:t=>{let n=e.list.shown.findIndex(e=>e.id===t);if(!(n<0)){a.lastAt=n;for(let t of e.list.shown.slice(n+1,n+1+2))e.threads.prefetch(t.id)}},rest:F,focusRow:M,showView:p,get focused(){return a.focused},focusOpen(){e.list.shown.some(t=>t.id===e.openId)?M(e.openId??""):document.getElementById("thread-title")?.focus()},attach(e){a.scroller=e,e.addEventListener("scroll",o,{passive:!0}),e.addEventListener("click",D),e.addEventListener("pointerover",j),e.addEventListener("pointerenter",B),e.addEventListener("pointerleave",F),new ResizeObserver(o).observe(e)},header:()=>(e.ticks.list.value,ee()),body:()=>(e.ticks.list.value,e.list.shown.length?Y():Z()),...Ft({desk:e,unseen:r,order:I,here:a,focusRow:M,laid:l,stretch:s})}}var Vt=new Set(["hidden","edited","recalled","contact_changed"]),Ut=e=>{let t=new Date(e);return`${t.getFullYear()}-${t.getMonth()}-${t.getDate()}`};function Ht(e,t){return e.note||"visitor"===e.sender.kind?null:e.sequence<=t.read?"read":e.sequence<=t.received?"delivered":"sent"}var Kt=e=>e.note?"note":"visitor"===e.sender.kind?"customer":"own",Pt=null,Wt=class extends HTMLElement{static observedAttributes=["src"];audio=null;connectedCallback(){this.draw()}disconnectedCallback(){this.audio?.pause()}attributeChangedCallback(){this.audio?.pause(),this.audio=null,this.draw()}get duration(){return Number(this.getAttribute("duration"))||(this.audio&&Number.isFinite(this.audio.duration)?1e3*this.audio.duration:0)}press=async()=>{if(this.audio&&!this.audio.paused)return this.audio.pause();if(Pt?.pause(),!this.audio){let e=new Audio(this.getAttribute("src")??"");for(let t of["play","pause","timeupdate","ended","error"])e.addEventListener(t,()=>e===this.audio&&this.draw());this.audio=e}Pt=this.audio,await this.audio.play().catch(()=>{})};draw(){if(!this.isConnected)return;let{audio:e,duration:t}=this,n=e&&!e.ended?1e3*e.currentTime:0,a=!(!e||e.paused),s=a?c("thread.file_pause"):c("thread.file_play",{time:t?Xe(t):c("common.kind_voice")});G(K`<button class="sound-button" type="button" aria-label=${s} title=${s} @click=${this.press}>${h(a?"pause":"play",16)}</button
><progress max=${t||1} .value=${Math.min(n,t||1)} aria-hidden="true"></progress
><span class="sound-time">${e?.error?c("thread.file_gone"):t||n?Xe(n||t):""}</span>`,this)}};customElements.define("desk-sound",Wt);var Qt=(e,t)=>K`<a href=${e} target="_blank" rel="noopener noreferrer nofollow">${t}</a>`;function Yt(e){return"string"==typeof e?e:"code"===e.type?K`<code>${e.text}</code>`:"mention"===e.type?K`<strong class="mention">${e.text}</strong>`:"link"===e.type?Qt(e.url,e.parts.map(Yt)):"b"===e.type?K`<strong>${e.parts.map(Yt)}</strong>`:K`<em>${e.parts.map(Yt)}</em>`}var Zt=(e,t,n=[])=>("visitor"===t?q(e):z(e,{mentions:n})).map(e=>{if("code"===e.type)return K`<pre><code>${e.text}</code></pre>`;if("text"===e.type)return K`<span>${e.parts.map(Yt)}</span>`;let t=e.items.map(e=>K`<li>${e.map(Yt)}</li>`);return e.ordered?K`<ol start=${e.start}>${t}</ol>`:K`<ul>${t}</ul>`}),Jt=new Intl.NumberFormat(o,{maximumFractionDigits:1}),Xt=e=>e<1e6?`${Jt.format(Math.max(1,Math.round(e/1e3)))} KB`:`${Jt.format(e/1e6)} MB`;function Gt({width:e=1,height:t=1},n=0){let a=Math.min(1,320/e,280/t);return{width:Math.max(n,Math.round(e*a)),height:Math.max(n/2,Math.round(t*a))}}var en=({width:e,height:t})=>`width:${e}px;height:${t}px`,tn=(e,t)=>e.text?K`<div class="file-caption">${Zt(e.text,t)}</div>`:J;function nn(e){let[t,n]=function(e){let t=e.search(/\.\w{1,8}$/);return t>0?[e.slice(0,t),e.slice(t)]:[e,""]}(e);return K`<span class="file-name"><span class="file-stem">${t}</span>${n}</span>`}var an={sending:"clock",sent:"check",delivered:"check-check",read:"check-check"},sn=e=>K`<span class="state state-${e}">${h(an[e],14)}${c(`thread.state_${e}`)}</span>`,ln=(e,t,n)=>t.outgoing?((e,t)=>K`<div class="stamp stamp-own">
<span class="failed">${h("circle-alert",14)} ${r(`thread.file_failed_${t.code}`)?c(`thread.file_failed_${t.code}`):c("thread.state_failed")}</span>
<button class="text-button" @click=${()=>e.files.retry(t.client_message_id)}>${c("thread.retry")}</button>
<button class="text-button quiet" @click=${()=>e.files.cancel(t.client_message_id)}>${c("thread.delete")}</button>
</div>`)(e,t.outgoing):((e,t,n)=>K`<div class="stamp stamp-own">
<span class="failed" title=${r(`thread.refused_${t.code}`)?c(`thread.refused_${t.code}`):J}
>${h("circle-alert",14)} ${c("thread.state_failed")}</span
>
<button class="text-button" @click=${()=>e.client.retry(t.client_message_id)}>${c("thread.retry")}</button>
${"text"===t.content.kind?K`<button class="text-button" @click=${()=>n(t)}>${c("thread.edit")}</button>`:J}
<button class="text-button quiet" @click=${()=>e.client.discard(t.client_message_id)}>${c("thread.delete")}</button>
</div>`)(e,t.item,n.edit);function on(e,t,n){if(null===t.text)return K`<em class="recalled">${c("thread.recalled")}</em>`;let{content:a}=t;if("card"===a?.kind)return function(e){let t=e.title??("order"===e.type?`${e.number} · ${e.status}`:null);return K`<div class="card">
${e.picture?K`<img class="card-picture" src=${e.picture} alt="" />`:J}
${t?K`<strong>${e.url?Qt(e.url,t):t}</strong>`:J}
${e.text?K`<span>${e.text}</span>`:J} ${e.price?K`<span>${e.price}</span>`:J}
${(e.lines??[]).map(e=>K`<span class="card-line"><span>${e.label}</span><span>${e.value}</span></span>`)}
${(e.items??[]).map(e=>K`<span>${e.url?Qt(e.url,e.title):e.title}</span>`)}
${(e.fields??[]).map(e=>K`<span class="card-line"><span>${e.label}</span></span>`)}
${(e=>e?.length?K`<div class="card-buttons">${e.map(e=>K`<span class="chip">${e.label}</span>`)}</div>`:J)(e.buttons)}
</div>`}(a.card);if(t.outgoing)return function(e,t){let{client_message_id:n,blob:a,name:s,sent:l,state:i}=t,o=a.type.startsWith("image/")&&t.width,r=Math.floor(l/a.size*100),d="failed"===i?J:K`<span class="file-way">
<span class="file-way-words"
><span>${"waiting"===i?c("thread.file_waits"):c("thread.file_sending",{percent:r})}</span
><span>${"waiting"===i?Xt(a.size):c("thread.file_sent",{sent:Xt(l),all:Xt(a.size)})}</span></span
><progress max=${a.size} .value=${l} aria-label=${s}></progress>
</span>`,u="failed"===i?J:K`<button class="file-stop" type="button" aria-label=${c("thread.file_cancel")} title=${c("thread.file_cancel")} @click=${()=>e.files.cancel(n)}>${h("x",16)}</button>`;if(o){let n=Gt(t,168);return K`<div class="file-picture" .style=${en(n)}><img src=${e.files.addressOf(t)} alt=${c("thread.file_picture_of",{name:s})} width=${n.width} height=${n.height} />${d}${u}</div>`}let p=t.duration_ms?`${A(a.type)??""} ${Xe(t.duration_ms)}`:s;return K`<div class="file-paper">${h("file",22)}<span class="file-words">${nn(p)}${d}</span>${u}</div>`}(e,t.outgoing);if("file"===a?.kind)return function(e,t){let n=`/files/v1/${encodeURIComponent(String(e.file_id))}`,{media_type:a="",name:s=""}=e;if(a.startsWith("image/")&&e.width){let a=Gt(e);return K`<button class="file-picture" type="button" .style=${en(a)} aria-label=${c("thread.file_open",{name:s})} @click=${()=>function({url:e,name:t}){let n=document.createElement("dialog");n.className="viewer",n.setAttribute("aria-label",t);let a=()=>n.close();G(K`<div class="viewer-head">
<span class="viewer-name">${t}</span>
<a class="icon-button" href=${e} download=${t} aria-label=${c("thread.file_save",{name:t})} title=${c("thread.file_save",{name:t})}>${h("download",20)}</a>
<button class="icon-button" type="button" autofocus aria-label=${c("common.close")} title=${c("common.close")} @click=${a}>${h("x",20)}</button>
</div>
<div class="viewer-stage" @click=${e=>e.target===e.currentTarget&&a()}><img src=${e} alt=${t} /></div>`,n),n.addEventListener("close",()=>n.remove()),document.body.append(n),n.showModal()}({url:n,name:s})}>
<img src="${n}/thumbnail" alt=${c("thread.file_picture_of",{name:s})} width=${a.width} height=${a.height} loading="lazy" decoding="async" />
</button>${tn(e,t)}`}return a.startsWith("audio/")?K`<desk-sound src=${n} duration=${e.duration_ms??J}></desk-sound>${tn(e,t)}`:a.startsWith("video/")?K`<video class="file-film" src=${n} controls preload="metadata" aria-label=${s}></video>${tn(e,t)}`:K`<a class="file-paper" href=${n} download=${s} aria-label=${c("thread.file_save",{name:s})}>
${h("file",22)}<span class="file-words">${nn(s)}<span class="file-size">${Xt(e.byte_size??0)}</span></span>${h("download",16)}
</a>${tn(e,t)}`}(a,t.sender.kind);let s=(a?.mentions??[]).map(t=>e.agentName(t)??"").filter(Boolean);return K`${a?.quote?function(e,t,n){let a=e.thread?.entries.find(e=>"message"===e.type&&e.message_id===t),s=a?.sender.name??(a?c(`thread.sender_${a.sender.kind}`):""),l=a?T(a.content,a.sender.kind)??c("thread.recalled"):c("thread.quote_above");return K`<button class="quote" ?disabled=${!a} @click=${()=>n(t)}><span class="quote-name">${s}</span><span class="quote-text">${l}</span></button>`}(e,a.quote,n.reach):J}${Zt(t.text,t.sender.kind,s)}`}var rn=Ge({locale:o,onWords:()=>{},onEnd:()=>{}}),cn=e=>Math.max(0,(e?.hold_until??0)-Date.now()),dn=(e,t)=>K`<div class="stamp stamp-own">
<button class="text-button held" @click=${()=>t.item&&e.takeBack(t.item.client_message_id)}>
<svg class="hold-ring" viewBox="0 0 16 16" width="14" height="14" aria-hidden="true" .style=${`animation-duration:${cn(t.item)}ms`}>
<circle cx="8" cy="8" r="6" pathLength="1"></circle></svg
>${c("thread.undo")}
</button>
</div>`;function un(e,t){let{id:n,content:a,text:s}=t,l=e.openId;if(!n||null===s||!l)return J;let i=t.sender.name??c(`thread.sender_${t.sender.kind}`),o=()=>{e.compose.setQuote(l,{message_id:n,name:i,text:T(a,t.sender.kind)??s}),document.getElementById("composer-text")?.focus()},r=()=>{let i=a?.quote??null;e.compose.setChange(l,{message_id:n,note:"note"===t.tone,text:s,was:s,quote:i}),requestAnimationFrame(()=>document.getElementById("composer-text")?.focus())},d=t.mine&&"text"===a?.kind;return K`<button
class="icon-button turn-tools"
aria-haspopup="menu"
aria-expanded="false"
aria-label=${c("thread.message_actions")}
title=${c("thread.message_actions")}
@click=${a=>w(a.currentTarget,c("thread.message_actions"),[{items:[..."note"===t.tone?[]:[{label:c("thread.quote"),mark:h("undo-2"),run:o}],...rn.canSpeak?[{label:c("thread.aloud"),mark:h("volume-2"),run(){rn.hush(),rn.speak(s)}}]:[],{label:c("common.copy"),mark:h("copy"),run:()=>navigator.clipboard?.writeText(s).catch(()=>{})},...d?[{label:c("thread.edit"),mark:h("pencil-line"),run:r}]:[],...t.mine?[{label:c("thread.recall"),mark:h("rotate-ccw"),run:()=>e.recall(l,n)}]:[]]}])}
>
${h("chevron-down",16)}
</button>`}function pn({at:e,desk:t,atEnd:n,inSight:a,watchLinks:s,settle:l,markRead:i,onScroll:o}){return{around:{before(){e.held=e.settled&&e.shown===t.openId&&!n.peek()?a():null},after(){if(!e.scroller||"ready"!==t.thread?.phase)return;s(e.scroller),e.settled?e.held?.node.isConnected?e.scroller.scrollTop+=e.held.node.getBoundingClientRect().top-e.held.top:n.value&&(e.scroller.scrollTop=e.scroller.scrollHeight,i()):queueMicrotask(l),n.peek()&&t.thread.trim(400);let a=e.first&&(t.thread.entries[0]?.sequence??0)>e.first;e.first=t.thread.entries[0]?.sequence??0,a&&o()}}}}p({"check-check":W`<path d="M18 6 7 17l-5-5"/><path d="m22 10-7.5 7.5L13 16"/>`,"badge-check":W`<path d="M3.85 8.62a4 4 0 0 1 4.78-4.77 4 4 0 0 1 6.74 0 4 4 0 0 1 4.78 4.78 4 4 0 0 1 0 6.74 4 4 0 0 1-4.77 4.78 4 4 0 0 1-6.75 0 4 4 0 0 1-4.78-4.77 4 4 0 0 1 0-6.76Z"/><path d="m16 9-5.5 5.5L8 12"/>`,globe:W`<circle cx="12" cy="12" r="10"/><path d="M12 2a14.5 14.5 0 0 0 0 20 14.5 14.5 0 0 0 0-20"/><path d="M2 12h20"/>`,"arrow-up":W`<path d="m5 12 7-7 7 7"/><path d="M12 19V5"/>`,"arrow-down":W`<path d="M12 5v14"/><path d="m19 12-7 7-7-7"/>`,"panel-right":W`<rect width="18" height="18" x="3" y="3" rx="2"/><path d="M15 3v18"/>`,mail:W`<path d="m22 7-8.991 5.727a2 2 0 0 1-2.009 0L2 7"/><rect x="2" y="4" width="20" height="16" rx="2"/>`,phone:W`<path d="M13.832 16.568a1 1 0 0 0 1.213-.303l.355-.465A2 2 0 0 1 17 15h3a2 2 0 0 1 2 2v3a2 2 0 0 1-2 2A18 18 0 0 1 2 4a2 2 0 0 1 2-2h3a2 2 0 0 1 2 2v3a2 2 0 0 1-.8 1.6l-.468.351a1 1 0 0 0-.292 1.233 14 14 0 0 0 6.392 6.384"/>`,"id-card":W`<path d="M13 19a4 4 0 00-8 0"/><path d="M16 10h2"/><path d="M16 14h2"/><circle cx="9" cy="12" r="3"/><rect x="2" y="5" width="20" height="14" rx="2"/>`,"pencil-line":W`<path d="M13 21h8"/><path d="m15 5 4 4"/><path d="M21.174 6.812a1 1 0 0 0-3.986-3.987L3.842 16.174a2 2 0 0 0-.5.83l-1.321 4.352a.5.5 0 0 0 .623.622l4.353-1.32a2 2 0 0 0 .83-.497z"/>`,"wifi-off":W`<path d="M12 20h.01"/><path d="M8.5 16.429a5 5 0 0 1 7 0"/><path d="M5 12.859a10 10 0 0 1 5.17-2.69"/><path d="M19 12.859a10 10 0 0 0-2.007-1.523"/><path d="M2 8.82a15 15 0 0 1 4.177-2.643"/><path d="M22 8.82a15 15 0 0 0-11.288-3.764"/><path d="m2 2 20 20"/>`,"cloud-off":W`<path d="M10.94 5.274A7 7 0 0 1 15.71 10h1.79a4.5 4.5 0 0 1 4.222 6.057"/><path d="M18.796 18.81A4.5 4.5 0 0 1 17.5 19H9A7 7 0 0 1 5.79 5.78"/><path d="m2 2 20 20"/>`,circle:W`<circle cx="12" cy="12" r="10"/>`,"rotate-ccw":W`<path d="M3 12a9 9 0 1 0 9-9 9.75 9.75 0 0 0-6.74 2.74L3 8"/><path d="M3 3v5h5"/>`,"user-plus":W`<path d="M16 21v-2a4 4 0 0 0-4-4H6a4 4 0 0 0-4 4v2"/><circle cx="9" cy="7" r="4"/><line x1="19" x2="19" y1="8" y2="14"/><line x1="22" x2="16" y1="11" y2="11"/>`,"monitor-smartphone":W`<path d="M18 8V6a2 2 0 0 0-2-2H4a2 2 0 0 0-2 2v7a2 2 0 0 0 2 2h8"/><path d="M10 19v-3.96 3.15"/><path d="M7 19h5"/><rect width="6" height="10" x="16" y="12" rx="2"/>`,star:W`<path d="M11.525 2.295a.53.53 0 0 1 .95 0l2.31 4.679a2.123 2.123 0 0 0 1.595 1.16l5.166.756a.53.53 0 0 1 .294.904l-3.736 3.638a2.123 2.123 0 0 0-.611 1.878l.882 5.14a.53.53 0 0 1-.771.56l-4.618-2.428a2.122 2.122 0 0 0-1.973 0L6.396 21.01a.53.53 0 0 1-.77-.56l.881-5.139a2.122 2.122 0 0 0-.611-1.879L2.16 9.795a.53.53 0 0 1 .294-.906l5.165-.755a2.122 2.122 0 0 0 1.597-1.16z"/>`,"undo-2":W`<path d="M9 14 4 9l5-5"/><path d="M4 9h10.5a5.5 5.5 0 0 1 5.5 5.5a5.5 5.5 0 0 1-5.5 5.5H11"/>`,"alarm-clock":W`<circle cx="12" cy="13" r="8"/><path d="M12 9v4l2 2"/><path d="M5 3 2 6"/><path d="m22 6-3-3"/><path d="M6.38 18.7 4 21"/><path d="M17.64 18.67 20 21"/>`,play:W`<path d="M5 5a2 2 0 0 1 3.008-1.728l11.997 6.998a2 2 0 0 1 .003 3.458l-12 7A2 2 0 0 1 5 19z"/>`,pause:W`<rect x="14" y="3" width="5" height="18" rx="1"/><rect x="5" y="3" width="5" height="18" rx="1"/>`,paperclip:W`<path d="m16 6-8.414 8.586a2 2 0 0 0 2.829 2.829l8.414-8.586a4 4 0 1 0-5.657-5.657l-8.379 8.551a6 6 0 1 0 8.485 8.485l8.379-8.551"/>`,file:W`<path d="M6 22a2 2 0 0 1-2-2V4a2 2 0 0 1 2-2h8a2.4 2.4 0 0 1 1.704.706l3.588 3.588A2.4 2.4 0 0 1 20 8v12a2 2 0 0 1-2 2z"/><path d="M14 2v5a1 1 0 0 0 1 1h5"/>`,"audio-lines":W`<path d="M2 10v3"/><path d="M6 6v11"/><path d="M10 3v18"/><path d="M14 8v7"/><path d="M18 5v13"/><path d="M22 10v3"/>`,mic:W`<path d="M12 19v3"/><path d="M19 10v2a7 7 0 0 1-14 0v-2"/><rect x="9" y="2" width="6" height="13" rx="3"/>`,"volume-2":W`<path d="M11 4.702a.705.705 0 0 0-1.203-.498L6.413 7.587A1.4 1.4 0 0 1 5.416 8H3a1 1 0 0 0-1 1v6a1 1 0 0 0 1 1h2.416a1.4 1.4 0 0 1 .997.413l3.383 3.384A.705.705 0 0 0 11 19.298z"/><path d="M16 9a5 5 0 0 1 0 6"/><path d="M19.364 18.364a9 9 0 0 0 0-12.728"/>`,"arrow-up-down":W`<path d="m21 16-4 4-4-4"/><path d="M17 20V4"/><path d="m3 8 4-4 4 4"/><path d="M7 4v16"/>`,smile:W`<circle cx="12" cy="12" r="10"/><path d="M8 14s1.5 2 4 2 4-2 4-2"/><line x1="9" x2="9.01" y1="9" y2="9"/><line x1="15" x2="15.01" y1="9" y2="9"/>`,"square-slash":W`<rect width="18" height="18" x="3" y="3" rx="2"/><line x1="9" x2="15" y1="15" y2="9"/>`,bold:W`<path d="M6 12h9a4 4 0 0 1 0 8H7a1 1 0 0 1-1-1V5a1 1 0 0 1 1-1h7a4 4 0 0 1 0 8"/>`,list:W`<path d="M3 5h.01"/><path d="M3 12h.01"/><path d="M3 19h.01"/><path d="M8 5h13"/><path d="M8 12h13"/><path d="M8 19h13"/>`,link:W`<path d="M10 13a5 5 0 0 0 7.54.54l3-3a5 5 0 0 0-7.07-7.07l-1.72 1.71"/><path d="M14 11a5 5 0 0 0-7.54-.54l-3 3a5 5 0 0 0 7.07 7.07l1.71-1.71"/>`,"map-pin":W`<path d="M20 10c0 4.993-5.539 10.193-7.399 11.799a1 1 0 0 1-1.202 0C9.539 20.193 4 14.993 4 10a8 8 0 0 1 16 0"/><circle cx="12" cy="10" r="3"/>`,"list-checks":W`<path d="M13 5h8"/><path d="M13 12h8"/><path d="M13 19h8"/><path d="m3 17 2 2 4-4"/><path d="m3 7 2 2 4-4"/>`});var hn=e=>e?`/inbox/${encodeURIComponent(e)}`:"/inbox";function mn({app:{desk:e,ui:t,shell:n,storage:a},place:s,panes:{list:l,composer:i,thread:o},open:p}){let f=()=>{"inbox"===history.state?.from?history.back():p(null)},w=s("thread-scroll");l.attach(s("list-scroll")),function(e,t,n){let a=Number(n?.getItem(St))||qt,s=document.createElement("div");s.className="list-edge no-phone",s.tabIndex=0,s.setAttribute("role","separator"),s.setAttribute("aria-orientation","vertical"),s.setAttribute("aria-label",c("inbox.edge")),s.setAttribute("aria-valuemin",String(It)),s.setAttribute("aria-valuemax",String(Et)),t.append(s);let l=t=>{a=Math.round(Math.max(It,Math.min(Et,.45*innerWidth,t))),e.style.setProperty("--list",`${a}px`),s.setAttribute("aria-valuenow",String(a))},i=()=>{try{n?.setItem(St,String(a))}catch{}};s.addEventListener("keydown",e=>{let t={ArrowLeft:a-20,ArrowRight:a+20,Home:It,End:Et}[e.key];void 0!==t&&(e.preventDefault(),l(t),i())}),s.addEventListener("dblclick",()=>{l(qt),i()}),s.addEventListener("pointerdown",e=>{e.preventDefault(),s.setPointerCapture(e.pointerId);let t=e.clientX-a,n=e=>l(e.clientX-t);s.addEventListener("pointermove",n),s.addEventListener("lostpointercapture",()=>(s.removeEventListener("pointermove",n),i()),{once:!0})}),l(a)}(s("list").parentElement,s("list"),a),o.attach(w);for(let e of["pointerdown","blur"])w.addEventListener(e,()=>w.toggleAttribute("data-pressed","pointerdown"===e));for(let e of["dragover","drop"])s("thread").addEventListener(e,e=>i.onFiles(e));u(s("list-top"),l.header),u(s("list-pill"),l.pill),u(s("list-bulk"),l.bulk),u(s("list-first"),function(e,t){let n=L(null);return()=>{e.ticks.frame.value;let{shown:a,demo:s,work:l,removeDemo:i}=e.firstSteps;return K`${s&&!a?K`<p class="demo-line">
${h("info")}<span>${c("inbox.demo_there")}</span
><button class="text-button" aria-busy=${"removing"===l} @click=${i}>${c("removing"===l?"inbox.demo_removing":"inbox.demo_remove")}</button>
</p>`:J}
${a?(()=>{let{steps:a,left:s,demo:l,work:i,removeDemo:o}=e.firstSteps,r="removing"===i,u=n.value??(!t.phone.value&&0===e.cache.counts?.all);return K`<section class="first-steps" aria-labelledby="first-steps-title">
<header>
${((e,t)=>K`<span class="steps-ring" aria-hidden="true"
><svg viewBox="0 0 36 36" width="36" height="36"><circle cx="18" cy="18" r="15" /><circle class="steps-ring-done" cx="18" cy="18" r="15" stroke-dasharray="${Ct*e/t} ${Ct}" /></svg><b>${e}/${t}</b></span
>`)(a.length-s,a.length)}
<div>
<h2 id="first-steps-title">${d("inbox.steps_left",s)}</h2>
<button class="text-button quiet" aria-expanded=${u} aria-controls="first-steps-list" @click=${()=>n.value=!u}>
${c(u?"inbox.steps_fold":"inbox.steps_unfold")}
</button>
${l?K` · <button class="text-button quiet" aria-busy=${r} @click=${o}>${c(r?"inbox.demo_removing":"inbox.demo_remove_all")}</button>`:J}
</div>
<button class="icon-button" aria-label=${c("inbox.steps_dismiss")} title=${c("inbox.steps_dismiss")} @click=${e.firstSteps.dismiss}>${h("x")}</button>
</header>
<ul id="first-steps-list" ?hidden=${!u}>
${a.map(At)}
</ul>
</section>`})():J}`}}(e,t)),u(s("list-line"),function({desk:e,notices:t,availability:n}){let a=(e,t,n)=>K`<div class="list-notice" role="status">
${h(e,18)}<span>${t}</span><span class="list-notice-steps">${n}</span>
</div>`;return()=>(e.ticks.frame.value,"owner"!==e.agent.role&&"admin"!==e.agent.role||!y(e.agents)?t.hint.value?a("volume-2",c("notify.blocked"),K`<button class="text-button" @click=${()=>t.bell.wake()}>${c("notify.unblock")}</button>`):t.offer.value?a("bell",c("notify.offer"),K`<button class="text-button" @click=${t.allow}>${c("notify.allow")}</button
><button class="text-button quiet" @click=${t.notNow}>${c("notify.not_now")}</button>`):J:a("users",c("notify.nobody_online"),K`<button class="text-button" @click=${()=>n.choose("online")}>${c("notify.go_online")}</button>`))}({desk:e,notices:n.notices,availability:n.availability})),u(s("list-scroll"),l.body),u(s("thread-banner"),function(e){let t=L(!1),n=null;return()=>{e.ticks.frame.value;let{phase:a,code:s,paused:l}=e.client.status,i="connecting"===a||"waiting"===a;i?null===n&&(n=setTimeout(()=>t.value=!0,3e3)):(clearTimeout(n),n=null,t.peek()&&queueMicrotask(()=>t.value=!1));let o=(e,t,n)=>K`<div class="banner" role="status">${h(t)}<span>${c(e)}</span>${n}</div>`;if("ended"===a&&s){let t=r(`inbox.ended_${s}`)?`inbox.ended_${s}`:"inbox.ended",n=K`<button class="text-button" @click=${()=>e.client.start()}>${c("inbox.connect_here")}</button>`;return o(t,"wifi-off","blocked"===s?J:n)}return i&&t.value?o("inbox.connecting","wifi-off"):l?o("inbox.paused","cloud-off"):J}}(e)),u(s("thread-top"),()=>(e.ticks.thread.value,e.openId?function(e,t,n){let a=e.row,s="closed"===a?.state,l=a?.agent_id?{id:a.agent_id,name:e.agentName(a.agent_id)??"?"}:null,i=l?c("inbox.assigned_to",{name:l.name}):c("inbox.unassigned"),o=a?[Ae(a.channel),s?c("inbox.state_closed"):a.waiting_since?Ve(a.waiting_since,t.now.value):c("thread.not_waiting")]:[];return K`<header class="thread-head">
<button class="icon-button only-phone" aria-label=${c("common.back")} @click=${n}>${h("chevron-left",24)}</button>
<div class="thread-who">
<h2 id="thread-title" tabindex="-1">
<span class="name">${a?m(a.contact):""}</span>${a&&b(a.contact)?$(!0):J}
</h2>
<p>${a?K`<span class="no-phone">${Oe(a.channel)} </span>${o.join(" · ")}`:K`&nbsp;`}</p>
</div>
${a?K`<span class="no-phone">${function(e,t){let n=Ue(e,t);return n?K`<span class="company" role="status">
${g(n,"small")}
<span
>${c(n.writing?"thread.company_writing":"thread.company_here",{name:n.name})}${n.more>0?` +${n.more}`:""}</span
>
${n.writing?v:J}
</span>`:J}(e,a.id)}</span>`:J}
${a?K`<button
class="assign-button no-phone"
id="assign"
aria-haspopup="menu"
aria-expanded="false"
aria-label=${c("thread.assign_now",{who:i})}
title=${`${i} · A`}
@click=${t=>je(e,t.currentTarget,[a.id])}
>
${l?g(l,"small"):h("user-plus",18)}${h("chevron-down",14)}
</button>
${s?J:K`<button
class="icon-button"
id="snooze"
aria-haspopup="menu"
aria-expanded="false"
aria-label=${c("thread.snooze")}
title=${`${c("thread.snooze")} · Z`}
@click=${t=>Fe(e,t.currentTarget,[a.id])}
>
${h("alarm-clock",t.phone.value?24:18)}
</button>`}
${s?K`<button class="button no-phone" @click=${()=>e.reopen(a.id)}>
${h("rotate-ccw")}<span>${c("thread.reopen")}</span>
</button>`:K`<button class="button no-phone" aria-keyshortcuts="e" @click=${()=>e.close(a.id)}>
${h("check")}<span>${c("thread.close")}</span><kbd aria-hidden="true">E</kbd>
</button>`}
<button
class="icon-button only-phone"
aria-label=${c(s?"thread.reopen":"thread.close")}
@click=${()=>s?e.reopen(a.id):e.close(a.id)}
>
${h(s?"rotate-ccw":"check",24)}
</button>
<button
class="icon-button"
id="details-toggle"
aria-label=${c("thread.details")}
title=${`${c("thread.details")} · I`}
aria-expanded=${t.details.open?"true":"false"}
@click=${()=>t.details.toggle()}
>
<span class="no-phone">${h("panel-right",18)}</span><span class="only-phone">${h("info",24)}</span>
</button>`:J}
</header>`}(e,t,f):null)),u(w,o.view,o.around),u(s("thread-jump"),o.jump),u(s("thread-bottom"),()=>(e.ticks.thread.value,e.ticks.composer.value,i.view()),{after:i.grow}),u(s("details"),()=>Mt(e,t,e=>p(e)))}k("inbox",function(e){let t=function(e){let{me:t,client:n,csrf:a,storage:s,steady:l,schedule:i}=e,o=ze(e.desk,{me:t,storage:s,saving:l.saving,now:Date.now,after:(e,t)=>setTimeout(e,t),painted:e=>i(()=>setTimeout(e)),files:e=>function({load:e,client:t,csrf:n,parts:a,owner:s,storage:l,t:i,changed:o,failed:r}){let c={loading:null,outbox:null},{addresses:d,ready:u,keep:p}=function({at:e,storage:t,load:n,parts:a,owner:s,client:l,csrf:i,changed:o}){let r=new Map,c=()=>{try{e.outbox.list().length?t?.setItem(Ce,"1"):t?.removeItem(Ce)}catch{}};return{addresses:r,ready:()=>(e.loading??=n().then(t=>(e.outbox=t.createFileOutbox({...a,random:Math.random,makeId:t.createIdMaker({now:a.clock.now}),owner:s,send:e=>l.send(e),call:(e,t,n)=>fetch(t,{...n,method:e,credentials:"same-origin",headers:{...n.headers,"x-csrf-token":i}}),onOnline:e=>(addEventListener("online",e),()=>removeEventListener("online",e)),onChange(e,t){if("sent"===t||"gone"===t){let t=r.get(e.client_message_id);r.delete(e.client_message_id),t&&a.clock.after(()=>URL.revokeObjectURL(t),1e4)}c(),o(e.conversation_id)}}),l.on("outbox",({item:t,change:n})=>"queued"!==n&&e.outbox.kept(t.client_message_id)),t)),e.loading.catch(()=>{e.loading=null}),e.loading),keep:c}}({at:c,storage:l,load:e,parts:a,owner:s,client:t,csrf:n,changed:o}),h=e=>c.outbox.add(e);return{of:e=>c.outbox?c.outbox.list().filter(t=>t.conversation_id===e):[],addressOf(e){let t=e.client_message_id;return d.has(t)||d.set(t,URL.createObjectURL(e.blob)),d.get(t)},get count(){return c.outbox?c.outbox.list().length:0},async take(e,t,n){let a=[...e],s=a.slice(0,10);a.length>10&&r({code:"too_many_files"});try{let{prepare:e,renamed:a}=await u();for(let l of s){if(!l.size){r({code:"empty_file"});continue}let{blob:s,width:o,height:c,ending:d}=await e(l),u=!l.name||/^image\.\w+$/.test(l.name)?`${i("thread.file_pasted")}.${d??(l.type.split("/")[1]||"bin")}`:a(l.name,d);await h({blob:s,name:u,conversation_id:t,note:n,width:o,height:c})}}catch{r({code:"unreachable"})}},async record(e,t){try{let{record:n}=await u();return await n({clock:a.clock,onTick:e,onFull:t})}catch{return r({code:"no_microphone"}),null}},say:({ending:e,...t},n,a)=>h({...t,name:`${i("common.kind_voice")}.${e}`,conversation_id:n,note:a}),cancel:e=>c.outbox?.cancel(e),retry:e=>c.outbox?.retry(e),restore(){l?.getItem(Ce)&&u().then(()=>c.outbox.restore().then(p),()=>{})},async forget(){!c.outbox&&!l?.getItem(Ce)||(await u(),await c.outbox.restore(),c.outbox.clear(),p())}}}({...e,load:()=>import(new URL("im-files.js",import.meta.url).href),client:n,csrf:a,parts:{clock:j(),tabs:B("servicedesk:files"),store:U("servicedesk-files")},owner:()=>`agent:${t.agent.id}`,storage:s,t:c})});return Object.defineProperties({},{...Object.getOwnPropertyDescriptors(e),desk:{value:o}})}(e),{desk:n,ui:a,client:s}=t,l=function({me:e,ui:t}){let n=document.createElement("main");return n.id="inbox",n.className="room",n.dataset.pane="list",G(K`<h1 class="hidden" tabindex="-1">${c("rail.inbox")} · ${e.shop.name}</h1>
<section class="list" aria-label=${c("rail.inbox")}>
<div class="list-top"></div>
<div class="list-pill"></div>
<div class="list-scroll"></div>
<div class="list-line"></div>
<div class="list-first"></div>
<div class="list-bulk"></div>
</section>
<div class="sheet">
<section class="thread" aria-label=${c("thread.region")}>
<div class="thread-banner"></div>
<div class="thread-top"></div>
<div class="thread-scroll" role="log" aria-live="off" aria-label=${c("thread.messages")} tabindex="0"></div>
<div class="thread-jump"></div>
<div class="thread-bottom"></div>
</section>
</div>
<div class="scrim" @click=${()=>t.details.set(!1)}></div>
<section class="details" aria-label=${c("thread.details")}></section>`,n),n}(t),r=e=>l.querySelector(`.${e}`),u=function({app:e,panes:t}){let{desk:n,ui:a,shell:s}=e;return(l,o)=>{let{composer:r,list:c}=t();if(r.flush(),n.show(l),a.tab.value="reply",!o){let t=()=>{i({from:"inbox"},hn(l)),e.moved()};a.narrow.value?t():(t=>{e.schedule(()=>setTimeout(()=>a.sees("inbox")&&t()))})(t)}a.narrow.value&&a.details.set(!1),l&&s.visited(l),l&&setTimeout(()=>l===n.openId&&c.prefetchAfter(l),400),l&&a.phone.value&&requestAnimationFrame(()=>document.getElementById("thread-title")?.focus())}}({app:t,panes:()=>p}),p=function(e,t){let{desk:n,ui:a,client:s,shell:l}=e,i=Nt(n,a,e=>t(e)),r=function(e,t,n){let a={saving:null,complaint:null,saved:!1,tools:!1,dictated:null,voice:null},{field:s,put:l,grow:i,insert:r,mark:d}=function(){let e=()=>document.getElementById("composer-text"),t=t=>{let n=e();n&&(n.focus(),n.value=t.text,n.setSelectionRange(t.start,t.end),n.dispatchEvent(new Event("input",{bubbles:!0})))};return{field:e,put:t,grow:()=>{if(st)return;let t=e();if(!t)return;let n=.4*(t.closest(".thread")?.clientHeight??innerHeight),a=t.closest(".composer");a.style.setProperty("min-height",`${a.offsetHeight}px`),t.style.setProperty("height","auto"),t.style.setProperty("height",`${Math.min(t.scrollHeight,n)}px`),a.style.removeProperty("min-height")},insert:n=>{let a=e();a&&t({text:a.value.slice(0,a.selectionStart)+n+a.value.slice(a.selectionEnd),start:a.selectionStart+n.length,end:a.selectionStart+n.length})},mark:n=>()=>{let a=e();a&&t(n({text:a.value,start:a.selectionStart,end:a.selectionEnd}))}}}(),u=function(e,{field:t,note:n,put:a}){let s={ask:null,at:0,dismissed:-1},{options:l,offered:i,putCanned:o}=function({desk:e,field:t,put:n,at:a}){let s=t=>{let n=e.contact?.data,a={"contact.name":n?.name??e.row?.contact.name,"contact.email":n?.email,"agent.name":e.agent.name,"shop.name":e.shop.name,"page.title":n?.page?.title};return((e,t,n)=>e.replace(/\{\{\s*([a-z]+\.[a-z]+)\s*\}\}/g,(e,a)=>a in t?t[a]||n:e))(t.text,a,c("thread.canned_gap"))},l=(a,l)=>{let i=t();if(!i)return;let o=s(a),r=Ye(i.value,l,o),d=o.indexOf(c("thread.canned_gap"));n(d<0?r:{...r,start:l.from+d,end:l.from+d+c("thread.canned_gap").length}),e.canned.used(a.id)},i=(e,a)=>{let s=t();s&&n(Ye(s.value,a,e))},o=e=>({id:e.id,label:e.title,more:s(e).slice(0,120),hint:e.shortcut===e.title?void 0:`/${e.shortcut}`});return{options:()=>{let t=a.ask;if(!t)return[];if("canned"===t.kind)return e.canned.search(t.query).slice(0,8).map(e=>({...o(e),take:()=>l(e,t)}));if("emoji"===t.kind)return function(e,t){let n=e.toLowerCase(),a=/^[\x00-\x7f]*$/.test(n),s=t.split("|").flatMap((e,t)=>{let s=e.split(" "),l=a?s.some(e=>e.startsWith(n)):e.includes(n),i=s.filter(e=>!/^[\x00-\x7f]+$/.test(e)).join(" ")||e;return l?[{emoji:He[t],name:i,exact:s.includes(n)}]:[]});return[...s.filter(e=>e.exact),...s.filter(e=>!e.exact)].map(({emoji:e,name:t})=>({emoji:e,name:t}))}(t.query,c("thread.emoji_names")).slice(0,8).map(({emoji:e,name:n})=>({id:e,label:n,mark:e,take:()=>i(e,t)}));let n=t.query.toLowerCase();return e.agents.filter(t=>!1!==t.active&&t.id!==e.agent.id&&t.name.toLowerCase().includes(n)).slice(0,8).map(e=>({id:e.id,label:e.name,mark:g(e,"small"),take:()=>i(`@${e.name} `,t)}))},offered:o,putCanned:l}}({desk:e,field:t,put:a,at:s}),r=()=>{s.ask=null,e.touch("composer")};return{look(){let a=t(),l=a&&a.selectionStart===a.selectionEnd?function(e,t,n){let a=e.slice(Math.max(0,t-40-1),t),s=/(^|[\s，。！？、（]|[^\x00-\x7f])([/@:])([^\s/@:]*)$/u.exec(a);if(!s)return null;let[,l,i,o]=s,r=t-o.length-1;if("/"===i&&(""===l?r>0:!/\s/.test(l)))return null;if("/"===i)return{kind:"canned",query:o,from:r,to:t};if("@"===i)return n?{kind:"mention",query:o,from:r,to:t}:null;let c=[...o].some(e=>e>"⹿");return o.length<(c?1:2)||/^\d/.test(o)?null:{kind:"emoji",query:o,from:r,to:t}}(a.value,a.selectionStart,n()):null,i=l&&l.from!==s.dismissed?l:null;l||(s.dismissed=-1),(i||s.ask)&&("canned"===i?.kind&&e.canned.load(),i?.query!==s.ask?.query&&(s.at=0),s.ask=i,e.touch("composer"))},close:r,key(t){if(!s.ask||t.metaKey||t.ctrlKey||t.altKey)return!1;let n=l();if("Escape"===t.key)return s.dismissed=s.ask.from,r(),!0;if(0===n.length)return!1;if("ArrowDown"===t.key||"ArrowUp"===t.key)return s.at=(s.at+("ArrowDown"===t.key?1:-1)+n.length)%n.length,e.touch("composer"),!0;if("Enter"!==t.key&&"Tab"!==t.key)return!1;let a=n[s.at];return r(),a?.take(),!0},active:()=>s.ask&&l().length?`suggest-${s.at}`:"",get isOpen(){return null!==s.ask&&l().length>0},...Je({at:s,options:l,desk:e,close:r}),async pickCanned(n){await e.canned.load();let a=t(),s={from:a?.selectionStart??0,to:a?.selectionEnd??0};Le(n,{label:c("thread.canned"),placeholder:c("thread.canned_find"),nothing:c("thread.canned_none"),options:t=>e.canned.search(t).map(i),choose(t){let n=e.canned.all.find(e=>e.id===t.id);n&&setTimeout(()=>o(n,s))}})}}}(e,{field:s,put:l,note:()=>"note"===t.tab.value}),p=function({suggest:e,sendOn:t,send:n,ui:a,dismiss:s,put:l}){return i=>{if(i.isComposing||229===i.keyCode)return;if(e.key(i))return i.preventDefault(),void i.stopPropagation();let o=i.metaKey||i.ctrlKey;if("Enter"===i.key&&(o||"enter"===t()&&!i.shiftKey&&!i.altKey))return i.preventDefault(),void n(o&&i.shiftKey&&"reply"===a.tab.value);if("Escape"===i.key&&s())return i.preventDefault(),void i.stopPropagation();let r=((e,n)=>{let a=e.target,s={text:a.value,start:a.selectionStart,end:a.selectionEnd};if(e.altKey)return null;if(!n)return"Enter"!==e.key||e.shiftKey&&"enter"!==t()?null:function({text:e,start:t,end:n}){if(t!==n)return null;let a=e.lastIndexOf("\n",t-1)+1,s=e.slice(a,t),l=We.exec(s);if(!l)return null;if(s===l[0])return{text:e.slice(0,a)+e.slice(t),start:a,end:a};let i="\n"+("- "===l[0]?"- ":`${Number.parseInt(l[0],10)+1}. `);return{text:e.slice(0,t)+i+e.slice(t),start:t+i.length,end:t+i.length}}(s);let l=e.key.toLowerCase();return e.shiftKey?"Digit8"===e.code?Qe(s,!1):"Digit7"===e.code?Qe(s,!0):null:"b"===l?Ke(s,"**"):"i"===l?Ke(s,"*"):"e"===l?function(e){let t=e.text.slice(e.start,e.end);if(!t.includes("\n"))return Ke(e,"`");let n=e.start>0&&"\n"!==e.text[e.start-1]?"\n```\n":"```\n";return{text:`${e.text.slice(0,e.start)}${n}${t}\n\`\`\`${e.text.slice(e.end)}`,start:e.start+n.length,end:e.end+n.length}}(s):"u"===l?Pe(s):null})(i,o);r&&(i.preventDefault(),l(r))}}({suggest:u,sendOn:n,send:(e,t)=>_(e,t),ui:t,dismiss:()=>M(),put:l}),{say:m,speech:f,dictate:b,voiceView:$}=function({at:e,desk:t,insert:n,isNote:a,field:s}){let l=Ge({locale:o,onWords:a=>e.dictated===t.openId&&n(a),onEnd:()=>t.touch("composer")}),i=async n=>{let a=e.voice;if(e.voice=null,t.touch("composer"),requestAnimationFrame(()=>s()?.focus()),!a)return;if(!n)return a.recorder.cancel();let l=await a.recorder.finish();l.duration_ms>600&&t.files.say(l,a.id,a.note)};return{say:async()=>{let n=t.openId;if(!n||e.voice)return;let s={recorder:null,ms:0,id:n,note:a()};s.recorder=await t.files.record(e=>{s.ms=e,t.touch("composer")},()=>i(!0)),s.recorder&&(e.voice=s,t.touch("composer"),requestAnimationFrame(()=>document.getElementById("voice-send")?.focus()))},speech:l,dictate:()=>{e.dictated=t.openId,l.listen(),t.touch("composer")},voiceView:({ms:e})=>K`<div
class="composer-voice"
@keydown=${e=>{"Escape"===e.key&&(e.stopPropagation(),i(!1))}}
>
<span class="voice-dot" aria-hidden="true"></span><span class="voice-time" role="timer">${c("thread.voice_recording",{time:Xe(e)})}</span>
<button class="button" type="button" @click=${()=>i(!1)}>${c("thread.voice_cancel")}</button>
<button class="button primary" type="button" id="voice-send" @click=${()=>i(!0)}>${c("thread.send")}</button>
</div>`}}({at:a,desk:e,insert:r,isNote:()=>k(),field:s}),{tray:v,take:w,isNote:k,attach:y,onFiles:x}=function({desk:e,ui:t,field:n}){let a=()=>{let n=e.openId?e.compose.change(e.openId):null;return n?n.note:"note"===t.tab.value},s=t=>e.openId&&e.files.take(t,e.openId,a()),l=function(e,t,n){let a=new Map,s=()=>`${e.openId} ${t()}`,l=()=>a.get(s())??[],i=({address:e})=>e&&URL.revokeObjectURL(e),o=t=>{t.length?a.set(s(),t):a.delete(s()),e.touch("composer")};return{get count(){return l().length},hold(e){let t=10-l().length;e.length>t&&n("too_many_files"),o([...l(),...e.slice(0,t).map(e=>({file:e,address:e.type.startsWith("image/")?URL.createObjectURL(e):null}))])},release(){let e=l();return e.forEach(i),o([]),e.map(e=>e.file)},view:()=>l().length?K`<ul class="composer-tray" aria-label=${c("thread.tray")}>
${l().map(e=>K`<li>
${e.address?K`<img src=${e.address} alt="" />`:h("file",18)}
<span class="tray-name">${e.address?c("common.kind_picture"):e.file.name}</span>
<button
class="icon-button"
type="button"
aria-label=${c("thread.tray_remove",{name:e.address?c("common.kind_picture"):e.file.name})}
@click=${()=>{i(e),o(l().filter(t=>t!==e)),document.getElementById("composer-text")?.focus()}}
>
${h("x",16)}
</button>
</li>`)}
</ul>`:J}}(e,a,t=>e.failed({code:t}));return{tray:l,take:s,isNote:a,attach:()=>{let e=document.createElement("input");Object.assign(e,{type:"file",multiple:!0,hidden:!0}),e.addEventListener("change",()=>{s(e.files??[]),e.remove(),n()?.focus()}),e.addEventListener("cancel",()=>e.remove()),document.body.append(e),e.click()},onFiles:t=>{if(!e.openId)return;if("clipboardData"in t){let e=function(e){let t=[...e?.files??[]];if(!e||!t.length)return[];let n=e.getData("text/plain").split("\n").filter(e=>e.trim()),a=new Set(t.map(e=>e.name));return n.every(e=>a.has((e=>{let t=e.trim().split(/[/\\]/).pop()??"";try{return decodeURIComponent(t)}catch{return t}})(e))||a.has(e.trim()))?t:[]}(t.clipboardData);if(!e.length)return;return t.preventDefault(),void l.hold(e)}let n=t.dataTransfer;n?.types.includes("Files")&&(t.preventDefault(),n.files.length&&s(n.files))}}}({desk:e,ui:t,field:s}),{send:_,dismiss:M,choose:S,save:I,onInput:q}=function({at:e,desk:t,ui:n,grow:a,suggest:s,field:l,tray:i,take:o}){let r=()=>{clearTimeout(e.saving),e.saving=null,t.drafts.flush(),e.saved=!0,t.touch("composer")};return{send:async(r=!1,c="")=>{let d=l(),u=t.openId;if(!d||!u||N(d.value)&&!i.count)return;if(t.compose.change(u))return await t.saveChange(u),void requestAnimationFrame(a);let p=i.release();p.length&&o(p);let h=N(d.value)?null:t.send(d.value,"note"===n.tab.value,{close:r});if(h)return e.complaint=h.code,void t.touch("composer");s.close(),c&&t.act(u,"snooze",{until:c}),d.value="","reply"===n.tab.value&&t.client.typing(u,!1),e.saved=!1,a(),n.phone.value||d.focus()},dismiss:()=>{let e=t.openId;return!(!e||!t.compose.change(e)&&!t.compose.quote(e)||(t.compose.setChange(e,null),t.compose.setQuote(e,null),requestAnimationFrame(a),0))},choose:t=>{n.tab.value=t,e.complaint=null,e.saved=!1,a(),l()?.focus()},save:r,onInput:l=>{let i=t.openId;if(!i)return;let o=l.target.value,c=n.tab.value;e.complaint=null,e.saved=!1;let d=t.compose.change(i);if(d)return t.compose.setChange(i,{...d,text:o}),void a();o.trim()||t.compose.setAnswered(i,null),t.drafts.set(i,c,o),"reply"===c&&t.client.typing(i,""!==o.trim()),clearTimeout(e.saving),e.saving=setTimeout(r,300),s.look(),a()}}}({at:a,desk:e,ui:t,grow:i,suggest:u,field:s,tray:v,take:w}),{toolbar:E,goView:z}=at({at:a,attach:y,insert:r,suggest:u,mark:d,say:m,speech:f,dictate:b,send:_,tray:v,sendOn:n}),C=lt({ui:t,choose:S});return{attach:y,onFiles:x,field:s,grow:i,send:_,choose:S,flush:I,...it({desk:e,ui:t,suggest:u,onFiles:x,send:_,tabButton:C,choose:S,dismiss:M,tray:v,onInput:q,onKey:p,at:a,voiceView:$,toolbar:E,hint:()=>{if(a.complaint)return K`<span class="failed" role="alert">${c(`thread.not_taken_${a.complaint}`)}</span>`;let n=e.openId?e.compose.change(e.openId)?.text??e.drafts.get(e.openId,t.tab.value):"",s=(e.client.limits?.text_chars??8e3)-[...n].length;return s<500?K`<span class=${s<0?"failed":""}>${s}</span>`:n&&a.saved?c("thread.draft_saved"):J},goView:z})}}(n,a,()=>a.phone.value?"mod+enter":l.preferences.value.value.send_on),u=function(e,t,n){let a={scroller:null,shown:null,first:0,settled:!1,resting:!1,held:null,places:new Map,nextPlace:0},s=L(!0),l=L(0),i=function(){let e=null,t=null,n=!1,a=[],s=0,l=0,i=(n,i)=>{s=Math.max(0,n),l=Math.min(a.length,Math.max(i,s)),e=s<l?a[s].key:null,t=l<a.length?a[l-1].key:null},o=()=>i(a.length-20,a.length);return{reset(){[e,t,n,a,s,l]=[null,null,!1,[],0,0]},cut(r,c){let d=l-s;if(a=r,!n)return 0===a.length?a:(n=!0,(()=>{let e=a.findIndex(e=>"new"===e.type);e<0||e>=a.length-20?o():i(e-2,e-2+20)})(),a.slice(s,l));let u=null===t?a.length-1:a.findIndex(e=>e.key===t),p=null===e?0:a.findIndex(t=>t.key===e);return u<0?o():p<0?i(u+1-Math.max(d,20),u+1):u+1-p<=160?i(p,u+1):c?i(u+1-160+40,u+1):i(p,p+160),a.slice(s,l)},up(){if(0===s)return!1;let e=Math.max(0,s-40);return i(e,Math.min(l,e+160)),!0},down(){if(l===a.length)return!1;let e=Math.min(a.length,l+40);return i(Math.max(s,e-160),e),!0},toEnd:()=>l!==a.length&&(o(),!0),reach(e){let t=a.findIndex(t=>"bubble"===t.type&&t.id===e);return!(t<0||((t<s||t>=l)&&i(t-10,t+10),0))},get ends(){return l===a.length}}}(),o=L(0),r=function(e){let t=new IntersectionObserver(n=>{for(let{isIntersecting:a,target:s}of n){if(!a)continue;t.unobserve(s);let{of:n,url:l}=s.dataset;n&&l&&e.links.look(n,l)}});return n=>{if(e.links.enabled)for(let e of n.getElementsByClassName("link-ask"))t.observe(e)}}(e),u={edit:n,reach:e=>m(e)},p=()=>t.sees("inbox")&&"visible"===document.visibilityState&&document.hasFocus(),{reach:m,onScroll:g,toEnd:b,markRead:$,inSight:w}=function({desk:e,atEnd:t,looking:n,at:a,range:s,below:l,moved:i}){let o=()=>{e.openId&&t.value&&n()&&e.read()};return{reach:e=>{s.reach(e)&&(i.value+=1,a.scroller?.querySelector(`[data-message="${CSS.escape(e)}"]`)?.scrollIntoView({block:"center"}))},onScroll:()=>{if(!a.scroller||!a.settled||a.resting)return;let n=a.scroller.scrollHeight-a.scroller.scrollTop-a.scroller.clientHeight,r=s.ends&&n<48;r!==t.value&&(t.value=r),r&&(l.value=0,o()),a.scroller.scrollTop<400?s.up()?i.value+=1:e.thread?.older():n<400&&s.down()&&(i.value+=1)},toEnd:()=>{t.value=!0,s.toEnd()&&(i.value+=1),a.scroller?.scrollTo(0,a.scroller.scrollHeight)},markRead:o,inSight:()=>{if(!a.scroller)return null;let e=a.scroller.getBoundingClientRect().top;for(let t of a.scroller.firstElementChild?.children??[]){let{top:n,bottom:a}=t.getBoundingClientRect();if(a>e&&t.matches(".turn, .line"))return{node:t,top:n}}return null}}}({desk:e,atEnd:s,looking:p,at:a,range:i,below:l,moved:o}),{settle:k,begin:y,pieces:x}=function({at:e,desk:t,range:n,below:a,atEnd:s,onScroll:l}){return{settle:()=>{if(!e.scroller||e.settled||"ready"!==t.thread?.phase)return;e.scroller.scrollTop=e.scroller.scrollHeight;let a=e.scroller.querySelector(".fresh");a&&a.offsetTop<e.scroller.scrollTop&&(e.scroller.scrollTop=a.offsetTop-16),e.settled=!0,e.resting=!0;let i=e.scroller.scrollHeight-e.scroller.scrollTop-e.scroller.clientHeight;s.value=n.ends&&i<48,requestAnimationFrame(()=>setTimeout(()=>{e.resting=!1,l()}))},begin:()=>{e.shown=t.openId,n.reset(),e.places.clear(),e.nextPlace=0,e.first=0,e.settled=!1,a.value=0,s.value=!0},pieces:(a,l)=>{let i=n.cut(function({entries:e,items:t,outgoing:n=[],me:a,name:s,theirs:l,seen:i}){let o=function(e){let t=new Map;for(let n of e){if("entry"!==n.type)continue;let e=n.message_id??"";"edited"===n.kind&&!t.get(e)?.recalled&&t.set(e,{content:n.content??null,recalled:!1}),"recalled"===n.kind&&t.set(e,{content:null,recalled:!0})}return t}(e),r=(e=>({open:null,day:"",marked:null===e}))(i),{turnDay:c,pieces:d,add:u}=function({here:e}){let t=[];return{turnDay:n=>{Ut(n)!==e.day&&(e.day=Ut(n),e.open=null,t.push({type:"day",key:`day:${e.day}`,at:n}))},pieces:t,add:n=>{let a=null!==e.open&&e.open.tone===n.tone&&"note"!==n.tone&&e.open.sender.kind===n.sender.kind&&e.open.sender.id===n.sender.id&&"failed"!==e.open.state&&Date.parse(n.at)-Date.parse(e.open.at)<3e5;a&&e.open&&(e.open.last=!1),e.open={...n,type:"bubble",first:!a,last:!0},t.push(e.open)}}}({here:r});for(let t of e){let e=t.sent_at??t.at??"";if("entry"===t.type&&Vt.has(t.kind))continue;c(e);let n="message"===t.type&&"agent"===t.sender.kind&&t.sender.id===a;if(!r.marked&&t.sequence>i&&!n&&(r.marked=!0,d.some(e=>"day"!==e.type)&&(r.open=null,d.push({type:"new",key:"new"}))),"entry"===t.type){r.open=null,d.push({type:"line",key:`e:${t.sequence}`,entry:t,at:e});continue}let s=o.get(t.message_id),p=s?s.content:t.content;u({key:t.client_message_id?`${t.sender.id}:${t.client_message_id}`:t.message_id,tone:Kt(t),sender:t.sender,at:e,text:p?p.text??"":null,edited:!(!t.edited_at&&!s)&&null!==p,mine:n,state:Ht(t,l),item:null,sequence:t.sequence,id:t.message_id,content:p})}let p=new Set(e.map(e=>e.sender?.id===a&&e.client_message_id));for(let e of t)p.has(e.client_message_id)||(c(e.created_at),u({key:`${a}:${e.client_message_id}`,tone:e.note?"note":"own",sender:{kind:"agent",id:a,name:s},at:e.created_at,text:e.content?.text??"",edited:!1,mine:!0,state:"failed"===e.state?"failed":"sending",item:e,sequence:0,id:null,content:e.content}));for(let e of n){if(p.has(e.client_message_id))continue;let t=new Date(e.created_at).toISOString();c(t),u({key:`${a}:${e.client_message_id}`,tone:e.note?"note":"own",sender:{kind:"agent",id:a,name:s},at:t,text:"",edited:!1,mine:!0,state:"failed"===e.state?"failed":"sending",item:null,sequence:0,id:null,content:{kind:"file",name:e.name},outgoing:e})}return d}({entries:a.entries,items:t.unsentOf(l),outgoing:t.files.of(l),me:t.agent.id,name:t.agent.name,theirs:t.row?.theirs??{received:0,read:0},seen:t.seen}),s.peek());return e.places=new Map(i.map(t=>[t.key,e.places.get(t.key)??e.nextPlace++])),i}}}({at:a,desk:e,range:i,below:l,atEnd:s,onScroll:g});return{toEnd:b,markRead:$,attach(t){a.scroller=t,t.addEventListener("scroll",g,{passive:!0}),new ResizeObserver(()=>s.value&&b()).observe(t),e.readingWhen(()=>s.peek()&&p()),addEventListener("focus",$),document.addEventListener("visibilitychange",()=>p()?$():e.away()),addEventListener("blur",()=>e.away()),e.client.on("outbox",({item:t,change:n})=>"queued"===n&&t.conversation_id===e.openId&&b()),e.onHeard(e=>{"message"===e.type&&"visitor"===e.sender.kind&&!s.value&&(l.value+=1)})},...pn({at:a,desk:e,atEnd:s,inSight:w,watchLinks:r,settle:k,markRead:$,onScroll:g}),view:()=>{e.ticks.thread.value,o.value;let n=e.thread;if(a.shown!==e.openId&&y(),!e.openId)return e.ticks.list.value,jt(e);if(!n)return K`<div class="thread-wait" role="alert"><p>${c("thread.missing")}</p></div>`;if("loading"===n.phase||"empty"===n.phase)return K`<div class="thread-wait" aria-busy="true"><span class="hidden">${c("common.loading")}</span></div>`;if("ready"!==n.phase&&0===n.entries.length)return K`<div class="thread-wait" role="alert">
<p>${c("thread.failed")}</p>
<button class="button" @click=${e.retryThread}>${c("common.retry")}</button>
</div>`;let s=t.now.value;return K`<div class="entries">
${n.history?K`<div class="history"><span>${c("thread.history")}</span></div>`:J}
${Dt(x(n,e.openId),e=>a.places.get(e.key),t=>function(e,t,n,a){switch(t.type){case"day":return K`<div class="day"><span>${Q(t.at,n)}</span></div>`;case"new":return K`<div class="fresh"><span>${c("thread.fresh")}</span></div>`;case"line":return K`<div class="line">
<time datetime=${t.at} title=${X(t.at)}>${V(t.at)}</time> ${function(e,t){let n=t=>t===e.agent.id?c("common.you"):e.agentName(t)??"",a=(o=t.by)&&"system"!==o.kind?o.id===e.agent.id?c("common.you"):o.name??e.agentName(o.id)??c(`thread.sender_${o.kind}`):c("thread.system"),s=t.agent_id===e.agent.id?c("common.you"):t.agent_name??n(t.agent_id??""),l="system"===t.by?.kind,i=t.note??"";var o;switch(t.kind){case"assigned":return l?function(e,t){let n=e.why?.code,a=n?c(`lines.why_${n}`):"";return a?c("lines.routed_why",{agent:t,why:a}):c("lines.routed",{agent:t})}(t,s):t.by?.id===t.agent_id?c("thread.line_took",{by:a}):c("thread.line_assigned",{by:a,agent:s});case"unassigned":return l?function(e,t){let{code:n,agent_id:a}=e.why??{},s=a?t(a):"";return n&&(s||"team_changed"===n)?c(`lines.left_${n}`,{agent:s}):c("lines.left")}(t,n):c("thread.line_unassigned",{by:a});case"transferred":return c(i?"thread.line_transferred_note":"thread.line_transferred",{by:a,agent:s,note:i});case"team":return t.team_id?c(i?"lines.team_note":"lines.team",{by:a,team:t.team_name??"",note:i}):c("lines.team_none",{by:a});case"priority":return c(`lines.priority_${t.priority}`,{by:a});case"clock":return function({clock:e,alarm:t,due_at:n}){let a=V(n??"");return c("broken"===t?`lines.overdue_${e}`:`lines.due_${e}`,{time:a})}(t);case"no_answer_needed":return c("lines.no_answer_needed",{by:a});case"state":return c(`thread.line_state_${t.state}`,{by:a});case"rated":return c(t.comment?"thread.line_rated_comment":"thread.line_rated",{score:t.score??0,comment:t.comment??""});case"labels":return t.labels?.length?c("thread.line_labels",{by:a,labels:t.labels.join(c("common.list_comma"))}):c("thread.line_labels_none",{by:a});default:return c("thread.line_other")}}(e,t.entry)}
</div>`;default:return function(e,t,n){if("note"===t.tone)return function(e,t,n){return K`<div class="turn turn-own">
${un(t,e)}
<div data-message=${e.id??J} class="note ${"failed"===e.state?"bubble-failed":""}">
<div class="note-head">
${h("lock",14)}<strong>${c("thread.note_by",{name:e.sender.name??""})}</strong
><span class="note-who">${c("thread.note_private")}</span
><time datetime=${e.at} title=${X(e.at)}>${V(e.at)}</time>
</div>
<div class="note-text">${on(t,e,n)}</div>
</div>
${"failed"===e.state?ln(t,e,n):cn(e.item)?dn(t,e):"sending"===e.state?K`<div class="stamp stamp-own">${sn("sending")}</div>`:J}
</div>`}(t,e,n);let a="own"===t.tone,s=`${t.first?"":"joins"} ${t.last?"":"goes-on"} ${"failed"===t.state?"bubble-failed":""}`;return K`<div class="turn ${a?"turn-own":"turn-customer"} ${t.first?"":"turn-joined"}">
${a?J:K`<span class="turn-face">${t.last&&e.row?f(e.row.contact):J}</span>`}
<div class="turn-body">
<span class="hidden">${c("thread.says",{name:t.mine?c("common.you"):t.sender.name??c(`thread.sender_${t.sender.kind}`)})}</span>
${un(e,t)}
<div data-message=${t.id??J} class="bubble ${a?"bubble-own":"bubble-customer"} ${(({content:e,outgoing:t})=>{let n=t?t.width?t.blob.type:"":"file"===e?.kind?e.media_type??"":"";return n.startsWith("image/")&&!(!t&&!e?.width)||n.startsWith("video/")&&!t})(t)?"bubble-pictured":""} ${s}">${on(e,t,n)}</div>
${function(e,t){let{id:n,text:a,content:s}=t;if(!e.links.enabled||!n||!a||"text"!==s?.kind)return J;let l=S(a);if(!l)return J;let i=e.links.get(n,l);return i?K`<a class="link-card" href=${l} target="_blank" rel="noopener noreferrer nofollow">
<span class="link-site">${i.site}</span><b>${i.title}</b>${i.text?K`<span class="link-text">${i.text}</span>`:J}
</a>`:e.links.isKnown(n,l)?J:K`<i class="link-ask" data-of=${n} data-url=${l}></i>`}(e,t)}
${"failed"===t.state?ln(e,t,n):cn(t.item)?dn(e,t):t.last?((e,t)=>K`<div class="stamp ${t?"stamp-own":""}">
${t&&!e.mine?K`<span>${e.sender.name??c(`thread.sender_${e.sender.kind}`)}</span>`:J}
<time datetime=${e.at} title=${X(e.at)}>${V(e.at)}</time>${e.edited?K`<span>${c("thread.edited")}</span>`:J}${e.state?sn(e.state):J}
</div>`)(t,a):J}
</div>
</div>`}(e,t,a)}}(e,t,s,u))}
${function(e,t){let n=e.presence.writing(t).find(e=>"visitor"===e.member.kind);return n&&e.row?K`<div class="turn turn-customer">
<span class="turn-face">${f(e.row.contact)}</span>
<div class="turn-body">
${n.preview?K`<div class="bubble bubble-unsent">${n.preview}</div>
<div class="stamp">${h("pencil-line",14)} ${c("thread.writing")}</div>`:K`<div class="bubble bubble-customer bubble-dots">${v}<span class="hidden">${c("thread.writing")}</span></div>`}
</div>
</div>`:J}(e,e.openId)}
</div>`},jump:()=>s.value||!e.openId?J:K`<button class="jump" @click=${b}>
${h("arrow-down",16)}<span>${l.value?d("thread.below",l.value):c("thread.to_end")}</span>
</button>`}}(n,a,e=>{let t=e.note?"note":"reply",a=String(e.conversation_id),l=n.drafts.get(a,t);n.drafts.set(a,t,[e.content.text,l].filter(Boolean).join("\n")),s.discard(e.client_message_id),r.choose(t)});return{list:i,composer:r,thread:u}}(t,u),{list:m,composer:b,thread:$}=p;mn({app:t,place:r,panes:p,open:u}),function({app:e,root:t,place:n}){let{desk:a,ui:s}=e,l=null;D(()=>{a.ticks.thread.value;let i="inbox"===s.room.value,o=!!a.openId&&s.details.open,r=o&&s.narrow.value,c="true"===t.dataset.drawer;t.dataset.pane=a.openId?"thread":"list",t.dataset.details=String(o),t.dataset.drawer=String(r);for(let e of["list","sheet"])n(e).inert=r;n("details").inert=!o,e.rail.inert=r&&i,i&&(document.body.dataset.alone=String(!!a.openId)),r&&!c?(l=document.activeElement,history.pushState({...history.state,drawer:!0},""),requestAnimationFrame(()=>document.getElementById("details-title")?.focus())):!r&&c&&(l?.focus(),history.state?.drawer&&history.back())})}({app:t,root:l,place:r}),t.shell.addActions("inbox",function({app:{desk:e,ui:t},root:n,place:a,panes:{list:s,composer:l},open:i}){let o=t=>0===e.selection.size&&(s.aimed?document.activeElement:document.getElementById(t))||a("list-bulk").querySelector(".bulk")||a("list-top").querySelector(".title-button"),r=()=>0===e.selection.size&&s.aimed?[s.aimed]:Te(e);return ne({desk:e,ui:t,list:s,composer:l,open:i,back:()=>{if("true"===n.dataset.drawer)t.details.set(!1);else{if(s.endChoosing())return;if(document.activeElement?.closest(".composer"))s.focusOpen();else if(e.openId){let t=e.openId;i(null),requestAnimationFrame(()=>s.focusRow(t))}}},perform:(t,n)=>{let a=0===e.selection.size?s.aimed:null,l=a&&a!==e.openId&&s.nextTo(a),i=De(e,r(),t,n);return l&&requestAnimationFrame(()=>document.activeElement===document.body&&s.focusRow(l)),i},closeNext:()=>{let[t]=r(),n=s.nextTo(t);De(e,[t],"close"),i(n),n&&s.focusRow(n)},assign:()=>je(e,o("assign"),r()),snooze:()=>Fe(e,o("snooze"),r()),label:()=>Ne(e,o("labels"),r())})}({app:t,root:l,place:r,panes:p,open:u})),function({desk:e,ui:t,client:n,shell:a},s){n.on("gone",({conversation_id:t})=>t===e.openId&&s(null)),e.onHeard(e=>{if(!t.sees("inbox")||"message"!==e.type||"visitor"!==e.sender.kind||!e.content)return;let n=document.getElementById("announcer");n&&(n.textContent=T(e.content,"visitor"))}),D(()=>e.holdFor(1e3*a.preferences.value.value.undo_send_s));let l=()=>"visible"===document.visibilityState&&t.sees("inbox");document.addEventListener("visibilitychange",()=>l()&&e.firstSteps.looked()),setInterval(()=>l()&&t.details.open&&e.loadContact(!0),3e4)}(t,u),t.setInbox({open:u,arrived:e=>m.arrived(e),next:()=>{m.step(1),m.focused&&u(m.focused)},showView:e=>{a.phone.value&&u(null),m.showView(e)},flush:b.flush,desk:n});let w=!1,k=!1;return{root:l,title:()=>`${c("rail.inbox")} · ${t.me.shop.name}`,heading:()=>l.querySelector("h1"),address:()=>hn(n.openId),show({inner:e,url:t}){let l=t.searchParams.get("view");"mentions"===l&&(w?m.showView(l):n.list.show(l)),w?k||n.firstSteps.looked():n.start();let i=w&&k;w&&e===n.openId?i&&a.narrow.value&&a.details.set(!1):u(e,!0),w=!0,k=!0,s.view(n.openId),$.markRead()},hide(){k=!1,b.flush(),n.away(),s.view(null),m.rest(),a.narrow.value&&a.details.set(!1),t.rail.inert=!1}}});
