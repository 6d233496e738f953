import{A as e,B as t,C as n,D as a,E as s,F as l,G as i,H as o,I as r,J as d,K as c,L as u,M as p,N as h,O as m,P as f,Q as g,R as b,S as $,T as v,U as w,Y as k,Z as y,_ as x,ba as _,c as M,d as S,e as I,f as E,fa as q,g as z,ga as C,h as A,ha as L,i as O,ia as T,j as D,ja as j,ka as R,l as B,n as F,na as N,o as V,oa as U,p as P,pa as H,q as K,qa as W,r as Q,ra as Y,s as Z,sa as J,t as X,ta as G,u as ee,ua as te,v as ne,va as ae,w as se,wa as le,x as ie,xa as oe,y as re,z as de,za as ce}from"./app.js";function ue(e,t,n){switch(t){case"assign":return O(e,n.agent_id??null);case"close":return{state:"closed",waiting_since:null,snoozed_until:null};case"reopen":return{state:e.agent_id?"open":"waiting",snoozed_until:null};case"snooze":return{state:"snoozed",snoozed_until:n.until??null};case"label":return{labels:[...e.labels,...(n.labels??[]).filter(t=>!e.labels.includes(t))]};default:return{labels:e.labels.filter(e=>!(n.labels??[]).includes(e))}}}function pe(e,t,n){if("close"===t)return"closed"!==e.state;if("reopen"===t)return"closed"===e.state||"snoozed"===e.state;let a=ue(e,t,n);return Object.entries(a).some(([t,n])=>String(n)!==String(e[t]))}function he({read:e,changed:t,order:n,now:a=()=>0,freshMs:s=0}){let l=[],i="empty",o=null,r=-1/0,d=0,c=e=>{l=n?[...e].sort(n):e,t()},u=async n=>{let s=d+=1;"ready"!==i&&(i="loading"),n&&(r=a());try{let{items:t,next_cursor:a}=await e(n?null:o);if(s!==d)return;i="ready",o=a??null;let r=n?[]:l;c([...r,...t.filter(e=>!r.some(t=>t.id===e.id))])}catch{if(s!==d)return;"ready"!==i&&(i="failed"),r=-1/0,t()}},p=(e,t)=>c(l.map(n=>n.id===e?{...n,...t}:n));return{get rows(){return l},get phase(){return i},get hasMore(){return null!==o},get:e=>l.find(t=>t.id===e)??null,load:()=>u(!0),ensure:()=>"loading"===i||"ready"===i&&a()-r<s?Promise.resolve():u(!0),more:()=>null===o||"loading"===i?Promise.resolve():u(!1),stale(){r=-1/0},put(e){c(l.some(t=>t.id===e.id)?l.map(t=>t.id===e.id?e:t):[...l,e])},patch:p,drop:e=>c(l.filter(t=>t.id!==e)),async change(e,t,n){let a=l.find(t=>t.id===e);p(e,t);try{return await n()}catch(n){let s=l.find(t=>t.id===e),i=Object.keys(t).filter(e=>a&&s?.[e]===t[e]).map(e=>[e,a?.[e]]);throw p(e,Object.fromEntries(i)),n}}}}function me(e,t){let n=e.shortcut.toLowerCase();if(n===t)return 0;if(n.startsWith(t))return 1;let a=e.title.toLowerCase();return a.startsWith(t)?2:a.includes(t)||n.includes(t)?3:e.text.toLowerCase().includes(t)?4:null}function fe({api:e,keyOf:t,drafts:n,unkept:a,keepSoon:s,unwritten:l,changed:i,conversationOf:o,trim:r,flush:d}){return{async load(){let c;try{({items:c}=await e.drafts())}catch{return}let u=new Set;for(let{conversation_id:e,note:o,text:r,updated_at:d}of c){let c=t(e,o?"note":"reply");u.add(c);let p=n.get(c);a.has(c)||p&&!p.kept&&p.at>Date.parse(d)?s(c):p?.text!==r?(n.set(c,{text:r,at:Date.parse(d),kept:!0}),l.add(c),i(e)):p&&(p.kept=!0)}for(let[e,t]of n)if(!u.has(e)){if(a.has(e)){s(e);continue}t.kept?(n.delete(e),l.add(e),i(o(e))):s(e)}r(),d()}}}var ge=[1,2,3,4,6];function be(e){let t=0;for(let n of e)t=31*t+n.codePointAt(0)>>>0;return ge[t%ge.length]}function $e({page:e,changed:t,settle:n,at:a,holds:s,compare:l,arrange:i}){return{began(n){let a=e(n);a.loading=!0,a.failed=!1,t()},failed(n){Object.assign(e(n),{loading:!1,failed:!0}),t()},took(t,o,r,d){n();let c=e(t);d&&(c.ids=new Set);let u=new Set(c.ids);for(let e of o)c.ids.add(e.id);if(Object.assign(c,{cursor:r,loaded:!0,loading:!1,edge:o.at(-1)??c.edge}),t===a.view&&s.size>0&&!(d&&a.shown.length>0)){let e=new Set(a.shown.map(e=>e.id)),t=o.filter(t=>!u.has(t.id)&&!e.has(t.id));a.shown=[...a.shown,...t.sort(l()).map(e=>({id:e.id,group:E(e)}))]}i()}}}function ve({pages:e,me:t,at:n,compare:a,arrange:s,holds:l,settle:i}){let o=(e,a)=>I(e,a,t)&&(!n.label||a.labels.includes(n.label));return{takes:e=>o(n.view,e),place(t){for(let[n,s]of e)s.loaded&&(o(n,t)?(!s.cursor||!s.edge||a()(t,s.edge)<=0)&&s.ids.add(t.id):s.ids.delete(t.id));s()},drop(t){for(let n of e.values())n.ids.delete(t);s()},stale(){for(let[t,a]of e)t!==n.view?e.delete(t):a.loading=!1},hold(e,t){t!==l.has(e)&&(i(),t?l.add(e):l.delete(e),!t&&0===l.size&&s())},release(){l.clear(),s()}}}var we="servicedesk.view",ke="servicedesk.sort";function ye({at:e,api:t,book:n,touch:a,failed:s,loadContact:l}){return{async changeContact(s){let l=e.contact;if(!l?.data)return"unexpected";try{let e=await t.changeContact(l.id,s);l.data=e;for(let t of n.rows.values())t.contact.id===l.id&&n.patch(t.id,{contact:{...t.contact,name:e.name,name_source:e.sources.name}});return a("details"),null}catch(e){return e.code??"unexpected"}},async block(e){try{for(let n of e)await t.block(n)}catch(e){return s(e),!1}finally{await l(!0)}return!0},async unblock(e){try{await t.unblock(e)}catch(e){s(e)}await l(!0)}}}function xe({at:e,threads:t,book:n,markOf:a,touch:s,clock:l,painted:i,loadContact:o,client:r}){return{show(r){if(r===e.open)return;e.open=r,e.seen=void 0,e.contact=null,e.turning=!0,t.show(r);let d=r?n.rows.get(r):null;d?e.seen=a(d):r&&n.want(r),s("thread"),l.flush(),i(()=>{e.turning=!1,s("list","details","frame"),d&&e.open===r&&o(!1)})},read(){let a=e.open&&n.rows.get(e.open),s=e.open?t.get(e.open)?.last??0:0;!a||s<=a.mine.read||"ready"!==t.get(a.id)?.phase||!t.adopted(a.id)||(r.read(a.id,s),n.patch(a.id,{unread:0,mine:{received:Math.max(a.mine.received,s),read:s}}))},away(){let n=e.open?t.get(e.open)?.last:0;null==e.seen&&n&&(e.seen=n)},readingWhen(t){e.isReading=t}}}function _e({storage:e,selection:t,list:n,loadView:a,touch:s,moreUntil:l}){return{arrangeBy(s){if(s.sort)try{e?.setItem(ke,s.sort)}catch{}t.clear(),n.arrangeBy(s),a(n.view,!0)},showView(l){t.clear();try{e?.setItem(we,l)}catch{}n.show(l)&&a(l,!0),s("list")},more:()=>a(n.view,!1),moreUntil:l,retryList:()=>a(n.view,!0)}}var Me=(e,t)=>t.filter(t=>t.name&&e.includes(`@${t.name}`)).map(e=>e.id),Se=e=>e.length>0&&e[0].sequence>1;function Ie({api:e,client:t,saving:n,changed:a,missing:s}){let l=new Map,i=new Set,o=null,r=n=>{let s=l.get(n);s?l.delete(n):s=function({id:e,fetch:t,changed:n}){let a=[],s=!1,l="empty",i=!1,o=0,r=e=>{if(0===e.length)return;let t=new Set(a.map(e=>e.sequence)),n=e.filter(e=>!t.has(e.sequence));0!==n.length&&(a=[...a,...n].sort((e,t)=>e.sequence-t.sequence))};return{id:e,get entries(){return a},get more(){return s},get phase(){return l},get history(){return i},get last(){return a.at(-1)?.sequence??0},async load(){let e=o+=1;"ready"!==l&&(l="loading"),n();try{let n=await t({limit:50});if(e!==o)return null;let i=n.items.at(-1)?.sequence??0,r=a.filter(e=>e.sequence>i);return a=[...n.items,...r],s=Se(n.items),l="ready",i}catch(t){return e!==o||"ready"!==l&&(l=404===t?.status?"missing":"failed"),null}finally{n()}},async older(){if(i||!s||0===a.length)return;i=!0,n();let e=a[0].sequence;try{let n=await t({before_sequence:e,limit:50});if(a[0]?.sequence!==e)return;r(n.items),s=Se(n.items)}catch{}finally{i=!1,n()}},trim(e){i||a.length<=e+50||(a=a.slice(-e),s=!0)},apply(e){let t=a.at(-1);!t||e.sequence>t.sequence?a=[...a,e]:r([e]),n()}}}({id:n,fetch:t=>e.entries(n,t),changed:()=>a(n)}),l.set(n,s);for(let e of l.keys()){if(l.size<=30)break;e===o||e===n||(l.delete(e),i.delete(e),t.release(e))}return s},d=async e=>{let n=await e.load();null!==n&&l.get(e.id)===e&&(t.adopt(e.id,n),i.add(e.id)),"missing"===e.phase&&s(e.id)};return{show(e){if(o=e,t.view(e),!e)return;let n=r(e);"ready"!==n.phase&&"loading"!==n.phase&&d(n)},prefetch(e){l.has(e)||n()||d(r(e))},reload(e){let t=l.get(e);t&&d(t)},apply(e){let t=l.get(e.conversation_id);t?.apply(e),t&&t.id!==o&&t.trim(50)},get:e=>l.get(e)??null,drop(e){l.delete(e),i.delete(e)},adopted:e=>i.has(e),reset(){i.clear();for(let e of[...l.keys()])e!==o&&l.delete(e);let e=o&&l.get(o);e&&d(e)}}}var Ee=e=>e.unread>0?e.mine.read:null;function qe({at:e,sending:t,notify:n}){return{undoSend:()=>e.open?t.undo(e.open):null,undoDeed(){let t=e.notice?.action;return!!t?.undo&&(n(null),t.run(),!0)},takeBack:n=>e.open?t.undo(e.open,n):null,holdFor(t){e.holdMs=t}}}function ze(e,{me:t,storage:n,saving:a=()=>!1,now:s,after:l,painted:i,files:o=()=>({of:()=>[],count:0})}){let{at:r,api:d,client:c,book:u,clock:p,touch:h,notify:m,failed:f,forget:g,loadAgents:b}=e,$=new Set,{threads:v,drafts:w,compose:k,selection:y,labels:x,presence:_,firstSteps:S,canned:I,links:q,files:C}=function({touch:e,at:t,storage:n,now:a,after:s,api:l,me:i,failed:o,makeFiles:r,client:d,saving:c,forget:u}){let p=function({changed:e}){let t=new Map,n=new Map,a=new Map,s=e=>`${e.kind}:${e.id}`;return{forget(){t.clear(),n.clear(),a.clear(),e()},presence(a,s){if("agent"!==a.member.kind)return s&&n.set(s,a.online),e();t.set(a.member.id,{online:a.online,availability:a.availability??"offline",viewing:a.viewing??null}),e()},typing({conversation_id:t,member:n,active:l,preview:i}){let o=a.get(t)??new Map;l?o.set(s(n),{member:n,preview:i??null}):o.delete(s(n)),o.size?a.set(t,o):a.delete(t),e()},spoke(t,n){a.get(t)?.delete(s(n))&&e()},customer:e=>n.get(e),agent:e=>t.get(e)??null,writing:e=>[...a.get(e)?.values()??[]],viewing:(e,n)=>[...t].filter(([t,a])=>t!==n&&a.online&&a.viewing===e).map(([e])=>e)}}({changed:()=>e("list","thread","details")}),h=function({storage:e,owner:t,now:n,after:a,api:s,changed:l}){let i=new Map,{unwritten:o,flush:r}=function({owner:e,storage:t,drafts:n}){let a=`servicedesk.draft.${e}.`,s=new Set;try{(()=>{if(t)for(let e=0;e<t.length;e+=1){let s=t.key(e);if(s?.startsWith(a))try{n.set(s.slice(a.length),JSON.parse(t.getItem(s)??""))}catch{}}})()}catch{}return{unwritten:s,flush:()=>{for(let e of s){let s=n.get(e);try{s?t?.setItem(a+e,JSON.stringify(s)):t?.removeItem(a+e)}catch{}}s.clear()}}}({owner:t,storage:e,drafts:i}),{keepSoon:d,unkept:c}=function({drafts:e,api:t,conversationOf:n,unwritten:a,flush:s,changed:l,after:i}){let o=new Map,r=0;return{keepSoon:d=>{let c=r+=1;o.set(d,c),i(()=>o.get(d)===c&&(async i=>{let r=o.get(i);if(void 0===r)return;let d=e.get(i)?.text??"";try{await t.keepDraft(n(i),i.endsWith(".note"),d)}catch{return}if(o.get(i)!==r)return;o.delete(i);let c=e.get(i);c&&(c.kept=!0,a.add(i),s()),l(n(i))})(d),1e3)},unkept:o}}({drafts:i,api:s,conversationOf:e=>p(e),unwritten:o,flush:r,changed:l,after:a}),u=(e,t)=>`${e}.${t}`,p=e=>e.slice(0,e.lastIndexOf(".")),h=()=>{if(i.size<=200)return;let e=[...i].sort((e,t)=>e[1].at-t[1].at).slice(0,i.size-200);for(let[t]of e)i.delete(t),o.add(t)};return{get:(e,t)=>i.get(u(e,t))?.text??"",set:(e,t,a)=>{let s=u(e,t),r=i.get(s);(r?.text??"")!==a&&(a.trim()?i.set(s,{text:a,at:n()}):i.delete(s),o.add(s),(r||a.trim())&&d(s),h(),l(e))},of:e=>i.get(u(e,"reply"))?.text??i.get(u(e,"note"))?.text??null,flush:r,kept:(e,t)=>!0===i.get(u(e,t))?.kept,get pending(){return o.size>0},get size(){return i.size},get unkept(){return[...i.values()].filter(e=>!e.kept).length},...fe({api:s,keyOf:u,drafts:i,unkept:c,keepSoon:d,unwritten:o,changed:l,conversationOf:p,trim:h,flush:r}),drop(e){for(let t of["reply","note"]){let n=u(e,t);c.delete(n),i.delete(n)&&o.add(n)}l(e)},forget(){let e=[...i.keys()];for(let t of e)o.add(t);i.clear(),c.clear(),r();for(let t of e)l(p(t))}}}({storage:n,owner:t.agent.id,now:a,after:s,api:l,changed:n=>e(n===t.open?"composer":"list")}),m=function({changed:e}){let t=new Map,n=new Map,a=new Map,s=(t,n,a)=>{(null===a?!t.delete(n):t.get(n)===a)||(null!==a&&t.set(n,a),e(n))};return{quote:e=>t.get(e)??null,setQuote:(e,n)=>s(t,e,n),change:e=>n.get(e)??null,setChange:(e,t)=>s(n,e,t),answered:e=>a.get(e)??null,setAnswered:(e,t)=>s(a,e,t),drop(e){t.delete(e),n.delete(e),a.delete(e)}}}({changed:()=>e("composer")}),f=function({api:e,changed:t}){let n=new Map,a=he({read:()=>e.labels(),order:(e,t)=>t.conversations-e.conversations||e.name.localeCompare(t.name),changed:()=>{n=new Map(a.rows.map(e=>[e.name,e])),t()}});return{get all(){return a.rows},load:a.load,colour:e=>n.get(e)?.colour??be(e),heard(e){e.some(e=>!n.has(e))&&a.load()},search(e){let t=e.trim().toLowerCase();return t?a.rows.filter(e=>e.name.toLowerCase().includes(t)).sort((e,n)=>Number(n.name.toLowerCase().startsWith(t))-Number(e.name.toLowerCase().startsWith(t))):a.rows},expect(e){n.has(e)||a.put({id:`new:${e}`,name:e,colour:be(e),conversations:0})}}}({api:l,changed:()=>e("list","details")}),g=function({api:e,now:t,changed:n}){let a=he({read:()=>e.canned(),changed:n,now:t,freshMs:6e4});return{get all(){return a.rows},get phase(){return a.phase},load:a.ensure,stale:a.stale,search:e=>function(e,t){let n=t.trim().toLowerCase();return e.map(e=>({one:e,at:n?me(e,n):1})).filter(({at:e})=>null!==e).sort((e,t)=>e.at-t.at||t.one.used-e.one.used||e.one.title.localeCompare(t.one.title)).slice(0,50).map(({one:e})=>e)}(a.rows,e),used(t){a.patch(t,{used:(a.get(t)?.used??0)+1}),e.cannedUsed(t).catch(()=>{})}}}({api:l,now:a,changed:()=>e("composer")}),b=function({api:e,list:t,changed:n,failed:a}){let s=t,l=null,i=()=>s?s.steps.filter(e=>!e.done).length:0,o=e=>{s=e,n()},r=async()=>{if(s)try{o(await e.setupList())}catch{}},d=async(e,t)=>{if(!l){l=e,n();try{await t(),await r()}catch(e){a(e)}l=null,n()}};return{get steps(){return s?.steps??[]},get left(){return i()},get shown(){return null!==s&&!s.dismissed&&i()>0},get demo(){return s?.demo_data??!1},get allowed(){return null!==s},get work(){return l},async looked(){s&&(i()>0||s.demo_data)&&await r()},async answered(){s?.steps.some(e=>"first_answer"===e.name&&!e.done)&&await r()},async dismiss(){if(!s)return;let t=s;o({...s,dismissed:!0});try{o(await e.dismissSetupList(!0))}catch(e){o(t),a(e)}},addDemo:()=>d("adding",e.addDemoData),removeDemo:()=>d("removing",e.removeDemoData)}}({api:l,list:i.setup??null,changed:()=>e("frame","thread"),failed:o}),$=function({api:e,enabled:t,changed:n}){let a=new Map,s=(e,t)=>`${e} ${t}`;return{enabled:t,get:(e,t)=>a.get(s(e,t))??null,isKnown:(e,t)=>a.has(s(e,t)),async look(l,i){let o=s(l,i);if(!t||a.has(o))return;let[r]=a.keys();a.size>=500&&a.delete(r),a.set(o,null);try{let t=await e.linkPreview(l,i);if(!t?.title||!a.has(o))return;a.set(o,t),n()}catch{}}}}({api:l,enabled:!0===i.link_previews,changed:()=>e("thread")}),v=r({changed:n=>n===t.open?e("thread","list"):e("list"),failed:o}),w=function({changed:e}){let t=new Set,n=null;return{get size(){return t.size},get ids(){return[...t]},has:e=>t.has(e),toggle(a){t.has(a)?t.delete(a):t.size<200&&t.add(a),n=a,e()},range(a,s){let l=s.indexOf(a),i=n?s.indexOf(n):l;if(l<0)return;let[o,r]=i<0?[l,l]:[Math.min(i,l),Math.max(i,l)];for(let e of s.slice(o,r+1))t.size<200&&t.add(e);n=a,e()},all(n){t.clear();for(let e of n.slice(0,200))t.add(e);e()},keep(n){for(let e of t)n(e)||t.delete(e);e()},clear(){0!==t.size&&(t.clear(),n=null,e())}}}({changed:()=>e("list")});return{threads:Ie({api:l,client:d,saving:c,changed:n=>n===t.open&&e("thread"),missing:e=>u(e)}),drafts:h,compose:m,selection:w,labels:f,presence:p,firstSteps:b,canned:g,links:$,files:v}}({touch:h,at:r,storage:n,now:s,after:l,api:d,me:t,failed:f,makeFiles:o,client:c,saving:a,forget:g}),L=function({rows:e,me:t,changed:n}){let a=new Map,s=new Set,l={view:"open",sort:"waiting",label:null,shown:[],waiting:0,stale:!1},{settle:i,page:o,arrange:r,compare:d}=function({at:e,pages:t,rows:n,holds:a,changed:s}){let l=(n=e.view)=>{let a=t.get(n);return a||(a={ids:new Set,cursor:null,loaded:!1,loading:!1,failed:!1,edge:null},t.set(n,a)),a},i=()=>"newest"===e.sort?A:z;return{settle:()=>{if(e.stale)if(e.stale=!1,0===a.size)e.shown=(()=>{let e=[];for(let t of l().ids){let a=n.get(t);a&&e.push(a)}return e.sort(i()).map(e=>({id:e.id,group:E(e)}))})(),e.waiting=0;else{let t=new Set(e.shown.map(e=>e.id));e.waiting=[...l().ids].filter(e=>!t.has(e)).length,e.shown=e.shown.filter(e=>n.has(e.id))}},page:l,arrange:()=>{e.stale=!0,s()},compare:i}}({at:l,pages:a,rows:e,holds:s,changed:n});return{get view(){return l.view},get shown(){return i(),l.shown},get waiting(){return i(),l.waiting},has:e=>o().ids.has(e),get page(){return o()},pageOf:e=>o(e),get sort(){return l.sort},get label(){return l.label},arrangeBy(e){l.sort=e.sort??l.sort,void 0!==e.label&&(l.label=e.label),a.clear(),s.clear(),r()},show(e){l.view=e,s.clear(),r();let{loaded:t,loading:n}=o();return!t&&!n},...$e({page:o,changed:n,settle:i,at:l,holds:s,compare:d,arrange:r}),...ve({pages:a,me:t,at:l,compare:d,arrange:r,holds:s,settle:i})}}({rows:u.rows,me:r.agent.id,changed:()=>h("list")}),O=function({api:e,book:t,notify:n,failed:a}){let s=(e,n,a)=>{let s=t.rows.get(e),l=Object.keys(n).filter(e=>s?.[e]===n[e]);t.patch(e,Object.fromEntries(l.map(e=>[e,a[e]])))},l=async(e,l,i)=>{let o=t.rows.get(e);if(!o)return!1;t.patch(e,l);try{let a=await i();return t.countsSoon(),!l.state||!a?.state||a.state===l.state||(s(e,l,o),t.want(e),n({key:"thread.kept",icon:"message-circle"}),!1)}catch(t){return s(e,l,o),a(t),!1}},i=(e,t,a)=>n({key:e,count:a,icon:"circle-check",action:{key:"thread.undo",run:t,undo:!0}}),o=async(n,a,s={},o=!1)=>{let r=t.rows.get(n);if(!r||!pe(r,a,s))return!1;let d=await l(n,ue(r,a,s),((t,n,a)=>{let s=ue(t,n,a);return"assign"===n?()=>e.assign(t.id,a.agent_id??null):"close"===n?()=>e.close(t.id,t.last_sequence):"reopen"===n?()=>e.reopen(t.id):"snooze"===n?()=>e.snooze(t.id,a.until??null,t.last_sequence):()=>e.label(t.id,s.labels??[])})(r,a,s));return d&&!o&&i(`thread.done_${a}`,((t,n)=>()=>{let{id:a}=t;return"assign"===n?l(a,{agent_id:t.agent_id,state:t.state},()=>e.assign(a,t.agent_id)):"label"===n||"unlabel"===n?l(a,{labels:t.labels},()=>e.label(a,t.labels)):"reopen"===n?l(a,ue(t,"close",{}),()=>e.close(a,t.last_sequence)):l(a,(({id:e,state:t,agent_id:n,snoozed_until:a,labels:s,waiting_since:l})=>({id:e,state:t,agent_id:n,snoozed_until:a,labels:s,waiting_since:l}))(t),()=>e.reopen(a))})(r,a)),d},r=function({book:e,takeBack:t,api:n,failed:a,notify:s,offerUndo:l}){return async(i,o,r={})=>{let d=i.map(t=>e.rows.get(t)).filter(e=>void 0!==e&&pe(e,o,r));if(0===d.length)return;for(let t of d)e.patch(t.id,ue(t,o,r));let c,u=new Map(d.map(e=>[e.id,e])),p=e=>{let n=u.get(e);n&&t(e,ue(n,o,r),n)};try{let e=(e=>"close"===e||"snooze"===e)(o)?{last_sequences:Object.fromEntries(d.map(e=>[e.id,e.last_sequence]))}:{};c=await n.bulk({ids:[...u.keys()],action:o,...e,...r})}catch(e){for(let e of u.keys())p(e);return void a(e)}e.countsSoon();let h=c.items.filter(e=>e.done);for(let e of c.items)e.done||p(e.id);let m=c.items.filter(e=>"newer_message"===e.code).length;if(0===h.length)return void s(m?{key:"inbox.bulk_kept",count:m,icon:"message-circle"}:{key:"inbox.bulk_none",icon:"circle-alert"});let f=async()=>{for(let t of h)e.patch(t.id,t.before??{});try{await n.bulk({action:"restore",items:h.map(e=>({id:e.id,...e.before}))})}catch(e){a(e)}for(let t of h)e.want(t.id);e.countsSoon()};m?s({key:"inbox.bulk_kept",count:m,icon:"message-circle",action:{key:"thread.undo",run:f,undo:!0}}):l(`inbox.done_${o}`,f,h.length)}}({book:t,takeBack:s,api:e,failed:a,notify:n,offerUndo:i});return{act:o,actOnAll:r,assign:(e,t)=>o(e,"assign",{agent_id:t},!0),close:e=>o(e,"close"),reopen:a=>{let s=t.rows.get(a);return n(null),s?l(a,ue(s,"reopen",{}),()=>e.reopen(a)):Promise.resolve(!1)},snooze:(e,t)=>o(e,"snooze",{until:t}),label:(e,t,n)=>o(e,n?"label":"unlabel",{labels:[t]},!0)}}({api:d,book:u,notify:m,failed:f}),{loadView:T,moreUntil:j}=function({api:e,book:t,list:n,selection:a,open:s}){let l=async(l,i,o=!1)=>{let r=n.page;if(!r.loading&&(i||r.cursor)){n.began(l);try{let{sort:d,label:c}=n,u=await e.conversations(l,i?null:r.cursor,{sort:d,label:c});if(r!==n.pageOf(l))return;if(o){let e=new Set([s(),...u.items.map(e=>e.id)]);t.keep(t=>e.has(t)),a.keep(t=>e.has(t))}for(let e of u.items)t.put(e);n.took(l,u.items,u.next_cursor??null,i)}catch{n.failed(l)}}};return{loadView:l,async moreUntil(e){for(let{page:t}=n,a="";t===n.page&&t.cursor&&t.cursor!==a&&!e();)a=t.cursor,await l(n.view,!1)}}}({api:d,book:u,list:L,selection:y,open:()=>r.open}),{loadContact:R,reload:B,loadOwn:F}=function({at:e,api:t,touch:n,book:a,now:s,labels:l,drafts:i,list:o,loadView:r,threads:d,loadAgents:c}){let u=-1/0,p=()=>{s()-u<3e3||(u=s(),l.load(),i.load())};return{loadContact:async s=>{let l=e.open&&a.rows.get(e.open)?.contact.id;if(!l)return;e.contact?.id!==l?e.contact={id:l,phase:"loading",data:null}:s||(e.contact.phase=e.contact.data?"ready":"loading"),n("details");let i=e.contact;try{i.data=await t.contact(l),i.phase="ready"}catch{i.data||(i.phase="failed")}n("details")},reload:()=>{o.stale(),r(o.view,!0,!0),a.fetchCounts(),c(),p(),d.reset(),e.open&&a.want(e.open)},loadOwn:p}}({at:r,api:d,touch:h,book:u,now:s,labels:x,drafts:w,list:L,loadView:T,threads:v,loadAgents:b});!function({storage:e,list:t}){let n=e?.getItem(we);M.includes(n)&&t.show(n),"newest"===e?.getItem(ke)&&t.arrangeBy({sort:"newest"})}({storage:n,list:L});let N=function({api:e,client:t,drafts:n,compose:a,holdMs:s,failed:l,me:i,agents:o,open:r,close:d}){return{send(e,l,i={}){let d=r();if(!d)return{code:"empty"};let c=a.quote(d),u=l?Me(e,o()):[],p={kind:"text",text:e,...c?{quote:c.message_id}:{},...u.length?{mentions:u}:{}};try{t.send({conversation_id:d,content:p,note:l,hold_ms:s(),...i.close?{then:"close"}:{}})}catch(e){return e}return n.set(d,l?"note":"reply",""),n.flush(),a.setQuote(d,null),a.setAnswered(d,null),null},undo(e,a){for(let s of[...t.items(e)].reverse()){if(a&&s.client_message_id!==a)continue;let l=t.unsend(s.client_message_id);if(!l)continue;let i=l.note?"note":"reply",o=n.get(e,i);return n.set(e,i,o?`${l.content.text}\n${o}`:l.content.text??""),i}return null},settled(e,t){"close"===e.then&&e.conversation_id&&t&&d(e.conversation_id)},heard(e){if("message"!==e.type)return;let{conversation_id:t,sender:s,note:l}=e;"agent"!==s.kind||s.id===i().id||l||n.get(t,"reply")&&a.setAnswered(t,s.name??o().find(e=>e.id===s.id)?.name??"")},async saveChange(t){let n=a.change(t);if(!n)return!1;let s=n.text.trim();if(!s)return!1;if(s===n.was)return a.setChange(t,null),!0;try{let a=n.note?Me(s,o()):[],l=n.quote?{quote:n.quote}:{};await e.editMessage(t,n.message_id,{kind:"text",text:s,...l,...a.length?{mentions:a}:{}})}catch(e){return l(e),!1}return a.setChange(t,null),!0},async recall(t,n){try{return await e.recallMessage(t,n),!0}catch(e){return l(e),!1}}}}({api:d,client:c,drafts:w,compose:k,failed:f,holdMs:()=>r.holdMs,me:()=>r.agent,agents:()=>r.agents,open:()=>r.open,close:e=>O.act(e,"close")});(function({core:{at:e,book:t,hooks:n,touch:a},list:s,threads:l,drafts:i,compose:o,sending:r,loadContact:d,reload:c}){n.reset=c,n.placed=s.place,n.shown=t=>{t.id===e.open&&(void 0===e.seen&&(e.seen=Ee(t),d(!1)),a("thread","details"))},n.entry=l.apply,n.settled=r.settled,n.forget=n=>{let a=t.rows.get(n)?.contact.id;l.drop(n),i.drop(n),o.drop(n),s.drop(n),e.contact&&e.contact.id===a&&(e.contact=null)}})({core:e,list:L,threads:v,drafts:w,compose:k,sending:N,loadContact:R,reload:B}),function({book:e,presence:t,firstSteps:n,labels:a,canned:s,sending:l,hooks:i,at:o,loadContact:r,heard:d,client:c}){i.took=e=>{"message"===e.type&&t.spoke(e.conversation_id,e.sender),"message"===e.type&&"agent"===e.sender.kind&&n.answered(),"labels"===e.kind&&a.heard(e.labels??[]),l.heard(e)},i.told=e=>{if(e.conversation_id===o.open){("contact_changed"===e.kind||"rated"===e.kind)&&r(!0);for(let t of d)t(e)}},c.on("welcome",()=>t.forget()),c.on("progress",({conversation_id:t,mine:n,theirs:a})=>{let s=e.rows.get(t);if(!s)return;let l=Math.max(s.mine.read,n.read);e.patch(t,{mine:{received:Math.max(s.mine.received,n.received),read:l},theirs:{received:Math.max(s.theirs.received,a.received),read:Math.max(s.theirs.read,a.read)},unread:l>=s.last_sequence?0:s.unread})}),c.on("typing",t.typing),c.on("presence",n=>t.presence(n,o.open&&e.rows.get(o.open)?.visitor_id===n.member.id?o.open:null));let u={blocks:()=>r(!0),labels:()=>a.load(),canned:()=>s.stale()};c.on("settings",({area:e})=>u[e]?.())}({book:u,presence:_,firstSteps:S,labels:x,canned:I,sending:N,hooks:e.hooks,at:r,loadContact:R,heard:$,client:c});let V={list:L,presence:_,drafts:w,compose:k,labels:x,canned:I,selection:y,firstSteps:S,links:q,threads:v,...O,send:N.send,saveChange:N.saveChange,recall:N.recall,...qe({at:r,sending:N,notify:m}),...ye({at:r,api:d,book:u,touch:h,failed:f,loadContact:R}),formLabels:t.form_labels??{},start(){T(L.view,!0),u.fetchCounts(),b(),F()},..._e({storage:n,selection:y,list:L,loadView:T,touch:h,moreUntil:j}),...xe({at:r,threads:v,book:u,markOf:Ee,touch:h,clock:p,painted:i,loadContact:R,client:c}),files:C,loadContact:R,retryThread:()=>r.open&&v.reload(r.open),unsentOf:e=>r.unsent.get(e)??[],onHeard:e=>{$.add(e)}};return D(D(V,e),function({at:e,now:t,threads:n,files:a}){return{get undoable(){return!!e.notice?.action?.undo},get holding(){return!!e.open&&(e.unsent.get(e.open)??[]).some(e=>(e.hold_until??0)>t())},get contact(){return e.contact},get turning(){return e.turning},get thread(){return e.open?n.get(e.open):null},get seen(){return e.seen??null},get reading(){return e.isReading()},get unsentCount(){return[...e.unsent.values()].reduce((e,t)=>e+t.length,a.count)}}}({at:r,now:s,threads:v,files:C}))}var Ce="servicedesk.files",Ae=e=>d(`common.channel_${e}`)?c(`common.channel_${e}`):e,Le=e=>m("web"===e?"globe":"code-xml",12),Oe=null,Te=null,De=null,je=null;function Re(){Oe?.matches(":popover-open")&&Oe.hidePopover()}function Be(e,t,n,a={}){if(Oe?.matches(":popover-open")){let t=Te===e;if(Re(),t)return null}let s=Oe??=function(){let e=document.createElement("div");return e.className="menu popup",e.popover="auto",e.setAttribute("role","dialog"),e.addEventListener("toggle",t=>{"closed"===t.newState&&(De?.(),De=null,je?.(),je=null,Te?.setAttribute("aria-expanded","false"),(document.activeElement===document.body||e.contains(document.activeElement))&&Te?.focus(),Te=null,se(null,e))}),e}();return y(s),Te=e,je=a.closed??null,s.setAttribute("aria-label",t),se(n(),s),e.setAttribute("aria-expanded","true"),s.showPopover(),matchMedia("(max-width: 720px)").matches&&(De=i(Re)),k(s,e.getBoundingClientRect(),a.above??!1),s.querySelector("[autofocus], input, button")?.focus(),()=>Te===e&&se(n(),s)}function Fe(e,t){let n="",a=0,s=null,i=()=>{let e=t.options(n.trim()).slice(0,50),a=e.some(e=>e.label.toLowerCase()===n.trim().toLowerCase());return{found:e,makes:!!t.create&&""!==n.trim()&&!a}},o=e=>{let{found:a,makes:l}=i();if(e<a.length)t.choose(a[e]);else{if(!l)return;t.create?.run(n.trim())}if(!t.several)return Re();n="",s?.()},r=e=>{if(e.isComposing||229===e.keyCode)return;let{found:t,makes:n}=i(),l=t.length+Number(n);"ArrowDown"===e.key||"ArrowUp"===e.key?(e.preventDefault(),a=l?(a+("ArrowDown"===e.key?1:-1)+l)%l:0,s?.(),document.getElementById(`picker-${a}`)?.scrollIntoView({block:"nearest"})):"Enter"===e.key&&(e.preventDefault(),o(a))};s=Be(e,t.label,()=>{let{found:e,makes:d}=i(),c=e.length+Number(d);a=Math.max(0,Math.min(a,c-1));let u=(e,t,n)=>Z`<li
id="picker-${e}"
class="menu-item ${e===a?"picked":""}"
role="option"
aria-selected=${n}
@pointerdown=${e=>e.preventDefault()}
@click=${()=>o(e)}
>
${t}
</li>`;return Z`<input
class="picker-field"
type="text"
role="combobox"
aria-label=${t.label}
aria-expanded="true"
aria-controls="picker-list"
aria-autocomplete="list"
aria-activedescendant=${c?`picker-${a}`:""}
placeholder=${t.placeholder}
autocomplete="off"
.value=${l(n)}
@input=${e=>{n=e.target.value,a=0,s?.()}}
@keydown=${r}
/>
<ul class="picker-list" id="picker-list" role="listbox" aria-label=${t.label} aria-multiselectable=${!!t.several}>
${e.map((e,t)=>u(t,Z`${e.mark?Z`<span class="menu-mark">${e.mark}</span>`:ne}<span class="menu-label">${e.label}${e.more?Z`<small class="menu-more">${e.more}</small>`:ne}</span>${e.hint?Z`<span class="menu-hint">${e.hint}</span>`:ne}${e.checked?Z`<span class="menu-check">${m("check")}</span>`:ne}`,!!e.checked))}
${d?u(e.length,Z`<span class="menu-mark">${m("plus")}</span><span class="menu-label">${t.create?.label(n.trim())}</span>`,!1):ne}
</ul>
${c?ne:Z`<p class="picker-nothing" role="status">${t.nothing}</p>`}`})}var Ne=e=>e.selection.size>0?e.selection.ids:e.openId?[e.openId]:[];async function Ve(e,t,n,a={}){if(1!==t.length||e.selection.has(t[0]))return e.selection.clear(),e.actOnAll(t,n,a);let s="assign"===n||"label"===n||"unlabel"===n;return e.act(t[0],n,a,s)}function Ue(e,t,n=Ne(e)){if(0===n.length)return;let a=e.agent.id,s=function(e,t){let n=new Set(t.map(t=>e.book.rows.get(t)).flatMap(e=>{return e?[(t=e,t.agent_id)]:[];var t}));return 1===n.size?[...n][0]:void 0}(e,n),l=e.agents.filter(e=>e.active&&e.id!==a),i=t=>()=>Ve(e,n,"assign",{agent_id:t}),o=e=>Z`${b(e,"small")}`;x(t,c("thread.assign"),[{items:[{label:c("thread.assign_me"),hint:"M",mark:o(e.agent),checked:s===a,run:i(a)}]},{label:l.length?c("thread.colleagues"):void 0,items:l.map(e=>({label:e.name,hint:c(`agent.state_${e.online?e.availability:"offline"}`),mark:o(e),checked:s===e.id,run:i(e.id)}))},{items:[{label:c("thread.assign_nobody"),checked:null===s,run:i(null)}]}])}function Pe(e){let t=t=>new Date(e.getFullYear(),e.getMonth(),e.getDate()+t,9);return{hours:new Date(e.getTime()+108e5),tomorrow:t(1),monday:t((8-e.getDay())%7||7)}}var He=e=>new Date(e.getTime()-6e4*e.getTimezoneOffset()).toISOString().slice(0,16);function Ke(e,t,n=Ne(e)){0!==n.length&&x(t,c("thread.snooze"),[{items:Object.entries(Pe(new Date)).map(([t,a])=>({label:c(`thread.snooze_${t}`),hint:"monday"===t?U(a):H(a.toISOString()),run:()=>Ve(e,n,"snooze",{until:a.toISOString()})}))},{items:[{label:c("thread.snooze_reply"),run:()=>Ve(e,n,"snooze",{until:null})},{label:c("thread.snooze_at"),run:()=>setTimeout(()=>function(e,t,n){let{tomorrow:a}=Pe(new Date);Be(t,c("thread.snooze"),()=>Z`<form
class="popup-form"
@submit=${t=>{t.preventDefault();let{until:a}=t.target.elements,s=new Date(a.value);if(Number.isNaN(s.getTime())||s.getTime()<=Date.now())return a.focus();Re(),Ve(e,n,"snooze",{until:s.toISOString()})}}
>
<label for="snooze-until">${c("thread.snooze_until")}</label>
<input id="snooze-until" name="until" type="datetime-local" required min=${He(new Date)} .value=${He(a)} />
<button class="button primary">${c("thread.snooze")}</button>
</form>`)}(e,t,n))}]}])}function We(e,t,n=Ne(e)){if(0===n.length)return;let a=[...n],s=t=>a.every(n=>e.book.rows.get(n)?.labels.includes(t)),l=t=>{let n=s(t)?"unlabel":"label";e.labels.expect(t),1===a.length?e.act(a[0],n,{labels:[t]},!0):e.actOnAll(a,n,{labels:[t]})};Fe(t,{label:c("thread.labels"),placeholder:c("thread.labels_find"),nothing:c("thread.labels_none"),several:!0,options:t=>e.labels.search(t).map(t=>({id:t.id,label:t.name,mark:Z`<i class="label-dot series-${e.labels.colour(t.name)}"></i>`,hint:t.conversations?String(t.conversations):void 0,checked:s(t.name)})),choose:e=>l(e.label),create:{label:e=>c("thread.labels_create",{name:e}),run:l}})}var Qe=(e,t)=>t-Date.parse(e)<6e4?c("thread.waited_now"):c("thread.waited",{time:N(e,t)});function Ye(e,t){let n=e.presence.writing(t).filter(t=>"agent"===t.member.kind&&t.member.id!==e.agent.id),a=e.presence.viewing(t,e.agent.id),s=n[0]?.member.id??a[0];return s?{id:s,name:e.agentName(s)??n[0]?.member.name??"",writing:n.length>0,more:new Set([...n.map(e=>e.member.id),...a]).size-1}:null}var Ze=[..."😀😄😁😅😂🙂😊😉😍😘😋😎🤗🤔😐😏😴😌😔😢😭😤😡😱😳🥰🤩🥳😇🤝👍👎👌✌🙏👏💪👋🤞💐🌹🌸🍵🎁🎉🎂🎈❤💔💯✨🔥⭐☀🌙☔📦🚚🛒💰📷📞⏰✅"].slice(0,64).map(e=>/[\u2600-\u27bf\u2b50\u23f0]/.test(e)?`${e}️`:e);function Je({text:e,start:t,end:n},a){let s=a.length,l=e.slice(t,n);return e.slice(t-s,t)===a&&e.slice(n,n+s)===a?{text:e.slice(0,t-s)+l+e.slice(n+s),start:t-s,end:n-s}:l.length>=2*s&&l.startsWith(a)&&l.endsWith(a)?{text:e.slice(0,t)+l.slice(s,-s)+e.slice(n),start:t,end:n-2*s}:{text:e.slice(0,t)+a+l+a+e.slice(n),start:t+s,end:n+s}}function Xe({text:e,start:t,end:n}){let a=e.slice(t,n),s=/^https?:\/\/\S+$/.test(a)?a:"https://",l=s===a?"":a,i=t+l.length+3,o=`${e.slice(0,t)}[${l}](${s})${e.slice(n)}`;return s===a?{text:o,start:t+1,end:t+1}:{text:o,start:i,end:i+s.length}}var Ge=/^(- |\d+\. )/;function et({text:e,start:t,end:n},a){let s=e.lastIndexOf("\n",t-1)+1,l=e.indexOf("\n",n)<0?e.length:e.indexOf("\n",n),i=e.slice(s,l).split("\n"),o=i.every(e=>Ge.test(e)&&/^\d/.test(e)===a),r=i.map((e,t)=>(o?"":a?`${t+1}. `:"- ")+e.replace(Ge,"")).join("\n"),d=e.slice(0,s)+r+e.slice(l);return 1===i.length?{text:d,start:s+r.length,end:s+r.length}:{text:d,start:s,end:s+r.length}}function tt(e,{from:t,to:n},a){let s=t+a.length;return{text:e.slice(0,t)+a+e.slice(n),start:s,end:s}}var nt={canned:"thread.canned",mention:"thread.mention",emoji:"thread.emoji"};function at({at:e,options:t,desk:n,close:a}){return{view(){if(!e.ask)return ne;let s=t();return 0===s.length?"canned"===e.ask.kind&&"ready"===n.canned.phase?Z`<p class="suggest suggest-nothing" role="status">${c("thread.canned_none")}</p>`:ne:Z`<ul class="suggest" id="suggest" role="listbox" aria-label=${c(nt[e.ask.kind])}>
${s.map((t,n)=>Z`<li
id="suggest-${n}"
class="menu-item ${n===e.at?"picked":""}"
role="option"
aria-selected=${n===e.at}
@pointerdown=${e=>e.preventDefault()}
@click=${()=>{a(),t.take()}}
>
${t.mark?Z`<span class="menu-mark">${t.mark}</span>`:ne}<span class="menu-label">${t.label}${t.more?Z`<small class="menu-more">${t.more}</small>`:ne}</span
>${t.hint?Z`<span class="menu-hint">${t.hint}</span>`:ne}
</li>`)}
</ul>`}}}var st=e=>{let t=Math.round(e/1e3);return`${Math.floor(t/60)}:${String(t%60).padStart(2,"0")}`};function lt({locale:e,onWords:t,onEnd:n}){let a=window,s=a.SpeechRecognition??a.webkitSpeechRecognition,l=null;return{canSpeak:!(!a.speechSynthesis||!a.SpeechSynthesisUtterance),canListen:!!s,speak(t){let n=new a.SpeechSynthesisUtterance(t);n.lang=e,a.speechSynthesis.speak(n)},hush:()=>a.speechSynthesis?.cancel(),get listening(){return!!l},listen(){if(l)return l.stop();l=new s,l.lang=e,l.interimResults=!1,l.onresult=e=>{for(let n of[...e.results].slice(e.resultIndex))n.isFinal&&t(n[0].transcript)},l.onend=l.onerror=()=>{l=null,n()},l.start()}}}function it(e,t){let n=e=>{let t=[...e.currentTarget.children],n=function(e,t){let n={ArrowRight:1,ArrowLeft:-1,ArrowDown:8,ArrowUp:-8}[e];return n?Math.min(Ze.length-1,Math.max(0,t+n)):null}(e.key,t.indexOf(document.activeElement));if(null!==n){e.preventDefault();for(let[e,a]of t.entries())a.tabIndex=e===n?0:-1;t[n].focus()}};Be(e,c("thread.emoji"),()=>Z`<div class="emoji-grid" role="group" aria-label=${c("thread.emoji")} @keydown=${n}>
${Ze.map((e,n)=>Z`<button
type="button"
tabindex=${n?-1:0}
@click=${()=>{Re(),t(e)}}
>
${e}
</button>`)}
</div>`,{above:!0})}var ot=/Mac|iPhone|iPad/.test(navigator.platform),rt=ot?"⌘↵":"Ctrl ↵";function dt({at:e,attach:t,insert:n,suggest:a,mark:s,say:l,speech:i,dictate:o,send:r,tray:d,sendOn:u}){let p=(e,t,n,a,s=!1,l)=>{let i=c(`thread.tool_${t}`);return Z`<button
class="icon-button composer-tool"
type="button"
data-tool=${t}
aria-label=${i}
aria-haspopup=${s?"dialog":ne}
aria-pressed=${l??ne}
title=${n?`${i} · ${n}`:i}
@click=${a}
>
${m(e,18)}
</button>`},h=!!navigator.mediaDevices&&"MediaRecorder"in window,f=ot?"⌘":"Ctrl ",g=e=>{let{tomorrow:t}=Pe(new Date);x(e.currentTarget,c("thread.send_more"),[{items:[{label:c("thread.send_close"),mark:m("check",16),hint:ot?"⌘⇧↵":"Ctrl ⇧ ↵",run:()=>r(!0)},{label:c("thread.send_snooze"),mark:m("alarm-clock",16),run:()=>r(!1,t.toISOString())}]}],{above:!0})};return{toolbar:r=>Z`<div class="composer-tools" role="toolbar" aria-label=${c("thread.tools")} data-open=${e.tools}>
${p("paperclip","attach","F",t)}
${p("smile","emoji","",e=>it(e.currentTarget,n),!0)}
${p("square-slash","canned","/",e=>a.pickCanned(e.currentTarget),!0)}
${r?p("at-sign","mention","@",()=>n("@")):ne}
${p("bold","bold",`${f}B`,s(e=>Je(e,"**")))}
${p("list","list",`${f}⇧8`,s(e=>et(e,!1)))} ${p("link","link",`${f}U`,s(Xe))}
${h?p("audio-lines","voice","",l):ne}
${i.canListen?p("mic","dictate","",o,!1,i.listening):ne}
</div>`,goView:(e,t,n)=>Z`<span class="composer-go">
<button class="button primary composer-send" ?disabled=${K(e)&&(n||!d.count)}>
<span class="no-phone">${c(n?"thread.save":t?"thread.add_note":"thread.send")}</span
><kbd class="no-phone" aria-hidden="true">${"enter"===u()?"↵":rt}</kbd
><span class="only-phone">${m("arrow-up",22)}<span class="hidden">${c(t?"thread.add_note":"thread.send")}</span></span>
</button>
${t||n?ne:Z`<button
class="button primary composer-also"
type="button"
aria-label=${c("thread.send_more")}
aria-haspopup="menu"
aria-expanded="false"
?disabled=${K(e)}
@click=${g}
>
${m("chevron-down",16)}
</button>`}</span
>`}}var ct=CSS.supports("field-sizing: content");function ut({ui:e,choose:t}){let n=t=>{"ArrowLeft"!==t.key&&"ArrowRight"!==t.key||(t.preventDefault(),e.tab.value="reply"===e.tab.value?"note":"reply",document.getElementById(`tab-${e.tab.value}`)?.focus())};return a=>Z`<button
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
</button>`}function pt({desk:e,ui:t,suggest:n,onFiles:a,send:s,tabButton:i,choose:o,dismiss:r,tray:u,onInput:p,onKey:h,at:f,voiceView:g,toolbar:b,hint:$,goView:v}){return{view:()=>{let k=e.row,y=e.openId;if(!y||!e.thread)return ne;let x=e.compose.change(y),_=x?null:e.compose.quote(y),M=e.compose.answered(y),S=x?x.note:"note"===t.tab.value,I=x?x.text:e.drafts.get(y,t.tab.value),E=t.phone.value?Ye(e,y):null,q=c(S?"thread.note_placeholder":"closed"===k?.state?"thread.closed_placeholder":"thread.placeholder");return Z`${n.view()}${E?.writing?Z`<div class="collision" role="status">${c("thread.collision",{name:E.name})}${w}</div>`:M?Z`<div class="collision" role="status">${c("thread.answered",{name:M})}</div>`:ne}
<form
class="composer ${S?"composer-note":""}"
aria-label=${c("thread.composer")}
@paste=${a}
@submit=${e=>{e.preventDefault(),s()}}
>
<div class="composer-top">
<div class="composer-tabs" role="tablist" aria-label=${c("thread.composer")}>${i("reply")}${i("note")}</div>
<span class="composer-goes">
${S?Z`${m("lock",14)} ${c("thread.note_private")}`:Z`${Le(k?.channel??"web")} ${(e=>d(`thread.goes_${e}`)?c(`thread.goes_${e}`):c("thread.goes_api"))(k?.channel??"web")}`}
</span>
</div>
<button
class="icon-button only-phone composer-switch"
type="button"
aria-label=${c("thread.tab_note")}
aria-pressed=${S}
@click=${()=>o(S?"reply":"note")}
>
${m("lock",20)}
</button>
${x||_?Z`<div class="composer-strip">
${m(x?"pencil-line":"undo-2",14)}
<span>${x?c("thread.changing"):c("thread.quoting",{name:_?.name??"",text:_?.text??""})}</span>
<button class="icon-button" type="button" aria-label=${c("thread.leave_it")} @click=${r}>${m("x",16)}</button>
</div>`:ne}
${x?ne:u.view()}
<textarea
id="composer-text"
rows="1"
.value=${l(I)}
placeholder=${q}
aria-label=${c(S?"thread.note_label":"thread.reply_label")}
aria-autocomplete="list"
aria-controls=${n.isOpen?"suggest":ne}
aria-activedescendant=${n.active()||ne}
@input=${p}
@keydown=${h}
@blur=${n.close}
></textarea>
<button
class="icon-button only-phone composer-more"
type="button"
aria-label=${c("thread.tools")}
aria-expanded=${f.tools}
@click=${()=>{f.tools=!f.tools,e.touch("composer")}}
>
${m(f.tools?"x":"plus",22)}
</button>
${f.voice?g(f.voice):ne}
<div class="composer-bottom" ?hidden=${!!f.voice}>
${b(S)}
<span class="composer-hint">${$()}</span>
${v(I,S,!!x)}
</div>
</form>`}}}var ht=[1,7,30,0],mt=null;function ft(e){mt=null,e.touch("details"),requestAnimationFrame(()=>document.getElementById("block")?.focus())}var gt=null;async function bt(e,t,n){let a=gt;if(!a||a.busy||a.name!==t)return;let s=a.text.trim();if(s===(n??""))return $t(e);a.busy=!0,a.wrong=await e.changeContact({[t]:s||null}),a.busy=!1,gt===a&&(a.wrong?(e.touch("details"),requestAnimationFrame(()=>document.getElementById(`contact-${t}`)?.focus())):$t(e))}function $t(e,t=!1){let n=gt?.name;gt=null,e.touch("details"),t&&requestAnimationFrame(()=>document.getElementById(`edit-${n}`)?.focus())}function vt(e,t,n){gt={contact:e.contact?.id??"",name:t,text:n??"",wrong:null,busy:!1},e.touch("details"),requestAnimationFrame(()=>document.getElementById(`contact-${t}`)?.select())}function wt(e,t,n){let a=c("contact.change",{what:c(`contact.field_${t}`).toLowerCase()});return Z`<button class="icon-button edit-button" id="edit-${t}" aria-label=${a} title=${a} @click=${()=>vt(e,t,n)}>
${m("pencil-line",14)}
</button>`}var kt=(e,t)=>gt?.name===t&&gt.contact===e.contact?.id;function yt(e,t,n,a,s=null,i={}){let o=e.contact?.id??"",r=c(`contact.field_${n}`),u=gt?.contact===o&&gt.name===n?gt:null,p=s=>{s.isComposing||229===s.keyCode||("Escape"===s.key?(s.stopPropagation(),$t(e,!0)):"Enter"===s.key&&(t||s.metaKey||s.ctrlKey)&&(s.preventDefault(),bt(e,n,a)))};if(t&&!a&&!u)return ne;let h=u?(()=>{let s=u?.wrong,i=s&&(d(`contact.wrong_${n}`)&&"invalid"===s?c(`contact.wrong_${n}`):c(d(`error.${s}`)?`error.${s}`:"error.unexpected",{seconds:0})),o=e=>u&&(u.text=e.target.value),h=()=>bt(e,n,a),m=t?Z`<input id="contact-${n}" class="edit-field" aria-label=${r} aria-invalid=${!!s} aria-describedby=${s?`wrong-${n}`:ne} maxlength="254" .value=${l(u?.text??"")} @input=${o} @keydown=${p} @blur=${h} />`:Z`<textarea id="contact-${n}" class="edit-field" rows="4" aria-label=${r} aria-invalid=${!!s} aria-describedby=${s?`wrong-${n}`:ne} maxlength="2000" .value=${l(u?.text??"")} @input=${o} @keydown=${p} @blur=${h}></textarea>`;return Z`${m}${s?Z`<p class="failed edit-wrong" id="wrong-${n}" role="alert">${i}</p>`:ne}`})():a?Z`${s?Z`<a href=${s}>${a}</a>`:Z`<span class=${t?"":"note-lines"}>${a}</span>`}${i.mark??ne}${i.fixed?ne:wt(e,n,a)}${i.below??ne}`:Z`<button class="text-button quiet" id="edit-${n}" @click=${()=>vt(e,n,a)}>${c("contact.add",{what:r.toLowerCase()})}</button>`;return t?Z`<div class="fact">
<dt title=${r}>${m(t,16)}<span class="hidden">${r}</span></dt>
<dd class="edit">${h}</dd>
</div>`:Z`<div class="edit-note">${h}</div>`}var xt=new Intl.DisplayNames(r,{type:"language"}),_t=new Map;function Mt(e){try{return e?new URL(e).host:null}catch{return null}}var St=(e,t,n)=>n?Z`<div class="fact">
<dt title=${t}>${m(e,16)}<span class="hidden">${t}</span></dt>
<dd>${n}</dd>
</div>`:ne,It=["name","email","phone"],Et=e=>c(e.verified?$(e)?"common.verified":"contact.id_verified":"contact.unverified");function qt(e,t){let{known:n}=e;return["team","said"].filter(a=>n[a][t]&&n[a][t]!==e[t]).map(e=>Z`<p class="fact-other">${c(`contact.by_${e}`,{text:n[e][t]??""})}</p>`)}function zt(e,t){let n=e.sources[t];return{fixed:"proven"===n,mark:"proven"===n?Z`<span class="verified" role="img" aria-label=${c("contact.proven")} title=${c("contact.proven")}>${m("badge-check",14)}</span>`:"said"===n&&e.verified?Z`<span class="fact-unproven">${c("contact.unproven")}</span>`:ne,below:qt(e,t)}}function Ct(e,t,n){e.ticks.details.value,e.ticks.thread.value;let a=t.now.value;if(e.turning)return ee;let s=e.row;if(!s)return ne;let{contact:i}=e,o=i?.data??null,d=o??s.contact,p={...s.contact,name:d.name,name_source:o?o.sources.name:s.contact.name_source},h=t.phone.value,b=o?function(e,t){let{device:n,time_zone:a}=e,s=n?[n.app,n.browser,n.os].filter(Boolean).join(" · "):"",l="";try{a&&(l=function(e){let t=_t.get(e)??new Intl.DateTimeFormat(r,{hour:"2-digit",minute:"2-digit",hourCycle:"h23",timeZone:e});return _t.set(e,t),t}(a).format(t))}catch{}return{device:s,local:l&&c("contact.local_time",{time:l})}}(o,a):{device:"",local:""},w=o?c("contact.since",{month:G(o.created_at,a)}):"";return Z`<div class="grip only-phone" aria-hidden="true"></div>
<section class="panel panel-who">
${g({id:s.contact.id,name:d.name})}
<div class="who">
<h2 class="who-name" id="details-title" tabindex="-1">
<span class="name">${f({...s.contact,name:d.name})}</span>${$(p)?v(!0):ne}${o?.name&&"proven"!==o.sources.name?wt(e,"name",o.name):ne}
</h2>
<p>${[Et(p),w].filter(Boolean).join(" · ")}</p>
${o?qt(o,"name"):ne}
</div>
${t.narrow.value?Z`<button class="icon-button" aria-label=${c("common.close")} @click=${()=>t.details.set(!1)}>${m("x",20)}</button>`:ne}
${o?Z`<dl class="facts">
${kt(e,"name")?yt(e,"user","name",o.name):ne}
${yt(e,"mail","email",o.email,h?null:`mailto:${o.email}`,zt(o,"email"))}
${yt(e,"phone","phone",o.phone,h?null:`tel:${o.phone}`,zt(o,"phone"))}
${yt(e,"map-pin","city",o.city)} ${St("id-card",c("contact.user_id"),o.user_id)}
${St("languages",c("contact.language"),o.locale&&function(e){try{let{language:t,script:n}=new Intl.Locale(e).maximize();return xt.of("zh"===t?`zh-${n}`:t)??e}catch{return e}}(o.locale))}
${St("monitor-smartphone",c("contact.device"),b.device)} ${St("clock",c("contact.clock"),b.local)}
</dl>`:ne}
<div class="who-labels">
${s.labels.map(t=>Z`<span class="chip"><i class="chip-dot series-${e.labels.colour(t)}"></i>${t}</span>`)}
<button
class="text-button quiet"
id="labels"
aria-haspopup="dialog"
aria-expanded="false"
title=${`${c("thread.labels")} · T`}
@click=${t=>We(e,t.currentTarget,[s.id])}
>
${m("plus",14)} ${c("thread.labels")}
</button>
${o?function(e,t){return["name","email","phone","city"].filter(n=>!t[n]&&!kt(e,n)).map(t=>Z`<button class="text-button quiet" id="edit-${t}" @click=${()=>vt(e,t,null)}>
${m("plus",14)} ${c(`contact.field_${t}`)}
</button>`)}(e,o):ne}
</div>
${((e,t)=>Z`<div class="tiles only-phone">
${t?.phone?Z`<a class="tile" href="tel:${t.phone}">${m("phone",20)}${c("contact.call")}</a>`:ne}
${t?.email?Z`<a class="tile" href="mailto:${t.email}">${m("mail",20)}${c("contact.mail")}</a>`:ne}
<button class="tile" aria-haspopup="menu" @click=${t=>Ue(e,t.currentTarget)}>
${m("user-plus",20)}${c("contact.hand_over")}
</button>
</div>`)(e,o)}
</section>
${"failed"===i?.phase?Z`<p class="panel-note" role="alert">
${c("contact.failed")}
<button class="text-button" @click=${()=>e.loadContact(!1)}>${c("common.retry")}</button>
</p>`:ne}
${o?Z`${((e,t,n)=>t.block?Z`<section class="panel">${function(e,t,n){let{id:a,reason:s,agent_id:l,blocked_at:i,until:o}=t.block,r=l?e.agentName(l):null,d=[r?c("contact.blocked_by",{name:r}):null,W(i,n),o?c("contact.blocked_until",{time:ae(o)}):null];return Z`<div class="blocked" role="status">
${m("lock",16)}
<div>
<strong>${c("contact.blocked")}</strong>
${s?Z`<p>${s}</p>`:ne}
<p class="blocked-facts">${d.filter(Boolean).join(" · ")}</p>
</div>
<button class="text-button" @click=${()=>e.unblock(a)}>${c("contact.unblock")}</button>
</div>`}(e,t,n)}</section>`:ne)(e,o,a)}${function(e,t,n){if(!e.page)return ne;let{url:a,title:s,referrer:l,at:i}=e.page,o=Mt(l),r=[o&&o!==Mt(a)?c("contact.from",{host:o}):null,u("contact.visits",e.visits)];return Z`<section class="panel">
<div class="panel-head"><h3>${c(n?"contact.looking_at":"contact.looked_at")}</h3></div>
<p class="looking">
<i class="presence ${n?"on":""}"></i>
<span class="looking-title" title=${a}>${s||Mt(a)||a}</span>
</p>
<p class="looking-more"><span class="path" title=${a}>${function(e){try{let{pathname:t,search:n}=new URL(String(e));return t+n}catch{return e}}(a)}</span> · ${N(i??"",t)}</p>
<p class="looking-more">${r.filter(Boolean).join(" · ")}</p>
</section>`}(o,a,e.presence.customer(String(e.openId))??!!o.online)}${function(e,t,n){let a=[e.name,e.email,e.phone],s=Object.entries(e.attributes??{}).filter(([e,t])=>!(It.includes(e.replace(/_\d+$/,""))&&a.includes(String(t)))),l=e.events??[];return Z`${s.length?Z`<section class="panel">
<div class="panel-head"><h3>${c("contact.attributes")}</h3><span>${c("contact.unproven")}</span></div>
<dl class="said">${s.map(([e,t])=>Z`<div><dt>${n[e]??(It.includes(e)?c(`contact.field_${e}`):e)}</dt><dd>${(e=>"boolean"==typeof e?c(e?"contact.yes":"contact.no"):String(e))(((e,t)=>/^(consent|checkbox)(_\d+)?$/.test(e)&&/^(true|false)$/.test(String(t))?!0===t||"true"===t:t)(e,t))}</dd></div>`)}</dl>
</section>`:ne}${l.length?Z`<section class="panel">
<div class="panel-head"><h3>${c("contact.events")}</h3></div>
<dl class="said">
${l.map(e=>Z`<div><dt>${e.name}</dt><dd>${W(e.at,t)}</dd></div>`)}
</dl>
</section>`:ne}`}(o,a,e.formLabels)}${function(e,t,n,a){let s=t.conversations.filter(t=>t.id!==e.openId);return 0===s.length?ne:Z`<section class="panel">
<div class="panel-head"><h3>${c("contact.before")}</h3><span>${s.length}</span></div>
<ul class="earlier">
${s.map(e=>Z`<li>
<a
href="/inbox/${e.id}"
@click=${t=>{t.metaKey||t.ctrlKey||t.shiftKey||(t.preventDefault(),a(e.id))}}
>
${m("message-circle",16)}
<span class="earlier-text">${j(e.last_message?.text??null,e.last_message?.media_type,e.last_message?.sender?.kind)||c("inbox.no_message")}</span>
<span class="earlier-when">${W(e.updated_at,n)} · ${c(`common.state_${e.state}`)}</span>
</a>
</li>`)}
</ul>
</section>`}(e,o,a,n)}
<section class="panel">
<div class="panel-head"><h3>${c("contact.field_note")}</h3></div>
${yt(e,null,"note",o.note)}
</section>
${function(e,t){if(t.block)return ne;let n=mt?.contact===t.id;return Z`<section class="panel">
${n?((e,t)=>Z`<form
class="block-form"
@submit=${n=>{n.preventDefault(),async function(e,t){let n=mt;if(!n||n.busy)return;n.busy=!0;let a={reason:n.reason.trim()||null,until:n.days?new Date(Date.now()+864e5*n.days).toISOString():null},s=[{contact_id:t.id},...n.address&&t.address?[{address:t.address}]:[]],l=await e.block(s.map(e=>({...e,...a})));n.busy=!1,l&&mt===n&&ft(e)}(e,t)}}
@keydown=${t=>{"Escape"===t.key&&(t.stopPropagation(),ft(e))}}
>
<p>${c("contact.block_means")}</p>
<label for="block-reason">${c("contact.block_reason")}</label>
<input
id="block-reason"
class="edit-field"
maxlength=${200}
autocomplete="off"
.value=${l(mt?.reason??"")}
@input=${e=>mt&&(mt.reason=e.target.value)}
/>
<label for="block-days">${c("contact.block_for")}</label>
<select id="block-days" class="edit-field" @change=${e=>mt&&(mt.days=Number(e.target.value))}>
${ht.map(e=>Z`<option value=${e} ?selected=${mt?.days===e}>${c(`contact.block_days_${e}`)}</option>`)}
</select>
${t.address?Z`<label class="check"
><input
type="checkbox"
.checked=${l(mt?.address??!1)}
@change=${e=>mt&&(mt.address=e.target.checked)}
/><span>${c("contact.block_address",{address:t.address})}</span></label
>`:ne}
<div class="block-does">
<button type="button" class="button quiet" @click=${()=>ft(e)}>${c("contact.block_cancel")}</button>
<button type="submit" class="button danger" aria-busy=${mt?.busy??!1}>${c("contact.block")}</button>
</div>
</form>`)(e,t):Z`<button class="text-button quiet" id="block" @click=${()=>function(e,t){mt={contact:t.id,days:0,reason:"",address:!1,busy:!1},e.touch("details"),requestAnimationFrame(()=>document.getElementById("block-reason")?.focus())}(e,t)}>${m("lock",14)} ${c("contact.block")}</button>`}
</section>`}(e,o)}`:ne}`}var At="servicedesk.list_width",[Lt,Ot,Tt]=[280,340,560],Dt={shop:"/settings/shop",site:"/settings/widget#site",hours:"/settings/hours",colleague:"/settings/team",answers:"/settings/canned",first_answer:"/demo"},jt=2*Math.PI*15;function Rt({name:e,done:t}){let n=c(`inbox.step_${e}`);if(t)return Z`<li class="done">${m("circle-check",18)}<span>${n}</span><span class="hidden">${c("inbox.step_done")}</span></li>`;let a="site"===e&&ce(location.origin),s=Dt[e];return Z`<li>
<a href=${s} target=${"/demo"===s?"_blank":ne} rel=${"/demo"===s?"noopener":ne}>${m("circle",18)}<span>${n}${a?Z`<small class="step-trouble">${c(`inbox.step_site_${a}`)}</small>`:ne}</span>${m("chevron-right")}</a>
</li>`}function Bt(e,t,n){let a=[],s=0,l=null;return e.forEach((e,i)=>{t&&e.group!==l&&(l=e.group,a.push({kind:"head",key:`head:${l}:${i}`,group:l,top:s,height:n.head}),s+=n.head),a.push({kind:"row",key:e.id,id:e.id,index:i,top:s,height:n.row}),s+=n.row}),{sections:a,height:s}}var Ft=["mine","unassigned","open"],Nt=(e,t,n)=>{let a=new Map;for(let s=t;s<=n;s++)a.set(e[s],s);return a},Vt=re(class extends de{constructor(e){if(super(e),e.type!==ie.CHILD)throw Error("repeat() can only be used in text expressions")}dt(e,t,n){let a;void 0===n?n=t:void 0!==t&&(a=t);let s=[],l=[],i=0;for(let t of e)s[i]=a?a(t,i):i,l[i]=n(t,i),i++;return{values:l,keys:s}}render(e,t,n){return this.dt(e,t,n).values}update(l,[i,o,r]){let d=a(l),{values:c,keys:u}=this.dt(i,o,r);if(!Array.isArray(d))return this.ut=u,c;let p,h,m=this.ut??=[],f=[],g=0,b=d.length-1,$=0,v=c.length-1;for(;g<=b&&$<=v;)if(null===d[g])g++;else if(null===d[b])b--;else if(m[g]===u[$])f[$]=t(d[g],c[$]),g++,$++;else if(m[b]===u[v])f[v]=t(d[b],c[v]),b--,v--;else if(m[g]===u[v])f[v]=t(d[g],c[v]),e(l,f[v+1],d[g]),g++,v--;else if(m[b]===u[$])f[$]=t(d[b],c[$]),e(l,d[g],d[b]),b--,$++;else if(void 0===p&&(p=Nt(u,$,v),h=Nt(m,g,b)),p.has(m[g]))if(p.has(m[b])){let n=h.get(u[$]),a=void 0!==n?d[n]:null;if(null===a){let n=e(l,d[g]);t(n,c[$]),f[$]=n}else f[$]=t(a,c[$]),e(l,d[g],a),d[n]=null;$++}else s(d[b]),b--;else s(d[g]),g++;for(;$<=v;){let n=e(l,f[v+1]);t(n,c[$]),f[$++]=n}for(;g<=b;){let e=d[g++];null!==e&&s(e)}return this.ut=u,n(l,f),ee}});function Ut(e){let t=e.book.counts;if(!t)return ne;if(t.all>0)return Z`<div class="empty empty-quiet">
<p>${c("inbox.choose")}</p>
<p class="keys-line"><kbd>J</kbd><kbd>K</kbd> ${c("inbox.choose_keys")} <kbd>↵</kbd> ${c("inbox.choose_open")}</p>
</div>`;let n=document.querySelector('meta[name="assets"]')?.getAttribute("content")??"";return Z`<div class="empty">
<img src="${n}/img/empty-inbox.svg" width="182" height="118" alt="" />
<h2>${c("inbox.nobody")}</h2>
<p>${c("inbox.nobody_why")}</p>
<div class="empty-deeds">
<a class="button primary tall" href="/demo" target="_blank" rel="noopener">${m("store",18)}${c("inbox.try_it")}</a>
${e.firstSteps.allowed?function(e){let t="adding"===e.firstSteps.work;return Z`<button class="button tall" aria-busy=${t} @click=${e.firstSteps.addDemo}>${c(t?"inbox.demo_adding":"inbox.demo_add")}</button>`}(e):ne}
</div>
${e.firstSteps.allowed?Z`<p class="empty-hint">${c("inbox.demo_hint")}</p>`:ne}
</div>`}var Pt={row:72,head:34},Ht={row:76,head:38};function Kt({desk:e,unseen:t,order:n,here:a,focusRow:s,laid:l,stretch:i}){return{pill:()=>{e.ticks.list.value;let o=t(),r=new Set(n()),d=e.list.waiting+o.filter(t=>r.has(t)||!e.list.has(t)).length;if(!d)return ne;let c=o.length>0&&(l().sections.find(e=>e.key===o[0])?.top??1/0)>i.value.top;return Z`<button class="new-pill" @click=${async()=>{e.list.release();let[t]=o;return t?(await e.moreUntil(()=>e.list.has(t)),requestAnimationFrame(()=>requestAnimationFrame(()=>s(t)))):a.scroller?.scrollTo(0,0)}}>${m(c?"arrow-down":"arrow-up",14)} ${u("inbox.new",d)}</button>`}}}function Wt(e,t,n){let a={focused:null,scroller:null,hover:null,lastAt:0,known:{},walked:null},{stretch:s,laid:l,arrived:i,onScroll:o,unseen:r}=function({ui:e,desk:t,here:n}){let a=B({top:0,height:900}),s=new Set,l=()=>e.phone.value?Ht:Pt,i=()=>{let[e,a,s]=[t.list.shown,"open"===t.list.view&&"waiting"===t.list.sort&&null===t.list.label,l()];return(n.known.shown!==e||n.known.grouped!==a||n.known.tall!==s)&&(n.known={shown:e,grouped:a,tall:s,...Bt(e,a,s)}),n.known};return{stretch:a,laid:i,arrived:s,onScroll:()=>{if(!n.scroller)return;let{scrollTop:e,clientHeight:s}=n.scroller;(Math.abs(e-a.value.top)>80||s!==a.value.height)&&(a.value={top:e,height:s}),t.list.hold("scrolled",e>8);let{height:o}=i();o-e-s<12*l().row&&t.more()},unseen:()=>{let{top:n,height:l}=a.value;for(let a of s){let o=t.book.rows.get(a),r=i().sections.find(e=>e.key===a),d=r&&r.top+r.height/2>n&&r.top+r.height/2<n+l&&e.sees("inbox")&&"visible"===document.visibilityState;(!o?.waiting_since||a===t.openId||d||!t.list.takes(o))&&s.delete(a)}return[...s]}}}({ui:t,desk:e,here:a}),{aimAt:d,showView:p,step:h,aimed:k,focusRow:y}=function({here:e,desk:t,stretch:n,laid:a}){let s=n=>{e.focused=n,t.touch("list")},l=l=>{e.walked={id:l,open:t.openId},s(l);let i=a().sections.find(e=>e.key===l);if(e.scroller&&i){let{scrollTop:t,clientHeight:a}=e.scroller;i.top<t?e.scroller.scrollTop=i.top-40:i.top+i.height>t+a&&(e.scroller.scrollTop=i.top+i.height-a+8),n.value={top:e.scroller.scrollTop,height:a}}e.scroller?.querySelector(`.row[data-id="${CSS.escape(l)}"]`)?.focus({preventScroll:!0})};return{aimAt:s,showView:a=>{e.scroller?.scrollTo(0,0),n.value={top:0,height:e.scroller?.clientHeight||900},s(null),t.showView(a)},step:n=>{let a=t.list.shown;if(0===a.length)return;let s=a.findIndex(n=>n.id===(e.focused??t.openId)),i=s>=0?s+n:n>0?e.lastAt:e.lastAt-1,o=Math.max(0,Math.min(a.length-1,i));e.lastAt=o,l(a[o].id),o>a.length-12&&t.more()},aimed:()=>{let n=document.activeElement?.closest(".list-scroll .row")?.dataset.id;return n&&e.walked?.id===n&&e.walked.open===t.openId?n:null},focusRow:l}}({here:a,desk:e,stretch:s,laid:l}),{choosing:_,order:I,all:E,chooseAll:q,endChoosing:z,nextTo:C}=function({desk:e}){let t=B(!1),n=()=>e.list.shown.map(e=>e.id);return{choosing:t,order:n,all:()=>null===e.list.page.cursor?n().length:null===e.list.label?e.book.counts?.[e.list.view]??null:null,chooseAll:async()=>{t.value=!0,await e.moreUntil(()=>n().length>=200),e.selection.all(n())},endChoosing:()=>{t.value=!1,e.selection.clear()},nextTo:e=>{let t=n(),a=t.indexOf(e);return a<0?null:t[a+1]??t[a-1]??null}}}({desk:e}),{pointed:A,onClick:L,onOver:O,onEnter:T,onLeave:D}=function({desk:e,choosing:t,ui:n,here:a,open:s,aimAt:l,order:i}){let o=B(null);return{pointed:o,onClick:o=>{let r=o.target,d=r.closest(".place")?.dataset.id;if(!d)return;let c=r.closest("[data-deed]");if(c)return((t,n)=>{let{deed:a}=n.dataset;"take"===a?Ve(e,[t],"assign",{agent_id:e.agent.id}):"snooze"===a?Ke(e,n,[t]):Ve(e,[t],"close"===a?"close":"reopen")})(d,c);let u=r.closest(".row-check");return u||(e=>e.target.closest?.(".row"))(o)&&!o.ctrlKey&&!o.metaKey&&!o.button?(o.preventDefault(),o.shiftKey||u||t.value&&n.phone.value?(l(d),void(o.shiftKey?e.selection.range(d,i()):e.selection.toggle(d))):(a.focused=d,void s(d))):void 0},onOver:t=>{clearTimeout(a.hover);let n=t.target.closest(".place")?.dataset.id;"mouse"===t.pointerType&&(o.value=n??null),n&&(a.hover=setTimeout(()=>e.threads.prefetch(n),120))},onEnter:t=>"mouse"===t.pointerType&&e.list.hold("pointer",!0),onLeave:()=>{clearTimeout(a.hover),o.value=null,e.list.hold("pointer",!1)}}}({desk:e,choosing:_,ui:t,here:a,open:n,aimAt:d,order:I}),{viewsMenu:F,sortMenu:V,filterMenu:U,countOf:P,again:H}=function({desk:e,showView:t,choosing:n,here:a,aimAt:s}){let l=t=>e.book.counts?.[t]??"",i=t=>{a.scroller?.scrollTo(0,0),s(null),e.arrangeBy(t)};return{viewsMenu:a=>{let s=M.filter(e=>"snoozed"!==e||Number(l("snoozed"))>0);x(a.currentTarget,c("inbox.views"),[{items:s.map(n=>({label:c(`inbox.view_${n}`),hint:String(l(n)),checked:n===e.list.view,run:()=>t(n)}))},{items:[{label:c("inbox.choose_many"),hint:"X",mark:m("list-checks"),run:()=>n.value=!0}]}])},sortMenu:t=>x(t.currentTarget,c("inbox.sort"),[{items:["waiting","newest"].map(t=>({label:c(`inbox.sort_${t}`),checked:e.list.sort===t,run:()=>i({sort:t})}))}]),filterMenu:t=>Fe(t.currentTarget,{label:c("inbox.filter"),placeholder:c("thread.labels_find"),nothing:c("thread.labels_none"),options:t=>e.labels.search(t).map(t=>({id:t.id,label:t.name,mark:Z`<i class="label-dot series-${e.labels.colour(t.name)}"></i>`,checked:e.list.label===t.name})),choose:t=>i({label:t.label===e.list.label?null:t.label})}),countOf:l,again:i}}({desk:e,showView:p,choosing:_,here:a,aimAt:d}),{body:K,emptyWords:Q}=function({desk:e,ui:t,laid:n,stretch:a,here:s,choosing:l,pointed:i}){let o=()=>Z`<div class="skeletons" aria-hidden="true">
${[0,1,2].map(e=>Z`<div class="skeleton fade-${e}"><i></i><b></b><b></b></div>`)}
</div>`;return{body:()=>{let{sections:o,height:r}=n(),{top:d,height:p}=a.value,h=function(e,t,n){let a=0,s=e.length;for(;a<s;){let n=a+s>>1;e[n].top+e[n].height<=t?a=n+1:s=n}let l=a;for(;l<e.length&&e[l].top<n;)l+=1;return e.slice(a,l)}(o,d-360,d+p+360),k=t.now.value,y=e.list.page.cursor?-1:e.list.shown.length,x=s.focused??e.openId??e.list.shown[0]?.id,_=e.list.shown.some(e=>e.id===x)?x:e.list.shown[0]?.id;return Z`<div class="list-space ${l.value||e.selection.size?"choosing":""}" .style=${`height:${r}px`}>
${Vt(h.filter(e=>"head"===e.kind),e=>e.key,t=>"head"===t.kind&&Z`<h3 class="group-head" .style=${`transform:translateY(${t.top}px)`}>
${c(`inbox.group_${t.group}`)} <span class="count">${(t=>{let n=e.book.counts;return n?"us"===t?n.waiting:n.open-n.waiting:""})(t.group)}</span>
</h3>`)}
<div role="list" aria-label=${c("inbox.list")}>
${Vt(h.filter(e=>"row"===e.kind),e=>e.key,t=>{let n="row"===t.kind&&e.book.rows.get(t.id);if(!n||"row"!==t.kind)return ne;let a=e.selection.has(n.id);return Z`<div
class="place ${a?"chosen":""}"
data-id=${n.id}
role="listitem"
aria-setsize=${y}
aria-posinset=${t.index+1}
.style=${`transform:translateY(${t.top}px)`}
>
${function(e,t,n){let a=t.id===e.openId&&e.reading?0:t.unread,s=t.agent_id?{id:t.agent_id,name:e.agentName(t.agent_id)??""}:null,l=e.presence.writing(t.id).find(t=>"agent"===t.member.kind&&t.member.id!==e.agent.id);return Z`<a
class="row ${a>0?"unread":""}"
href="/inbox/${t.id}"
data-id=${t.id}
aria-current=${n.open?"true":"false"}
tabindex=${n.focus?0:-1}
>
${g(t.contact,Z`<span class="channel">${Le(t.channel)}</span>${t.online?Z`<i class="presence on"></i>`:ne}`)}
<span class="row-name"><span class="name">${f(t.contact)}</span>${t.online?Z`<span class="hidden">${c("agent.state_online")}</span>`:ne}${$(t.contact)?v(!0):ne}</span>
<span class="row-wait">${function(e,t){if("closed"===e.state)return Z`<span>${W(e.updated_at,t)}</span>`;if(e.waiting_since){let n=N(e.waiting_since,t);return Z`<span title=${te(e.waiting_since)}><span class="hidden">${c("inbox.waits")} </span>${n}</span>`}return Z`<span title=${te(e.updated_at)}>${W(e.updated_at,t)}</span>`}(t,n.now)}</span>
<span class="row-last">${function(e,t){let n=e.unsentOf(t.id),a=n.find(e=>"failed"===e.state);if(a)return Z`<span class="failed" role="img" aria-label=${c("inbox.failed")}>${m("circle-alert",14)}</span> ${R(a.content)}`;let s=e.presence.writing(t.id).find(e=>"visitor"===e.member.kind);if(s)return Z`<span class="typing">${w}</span> ${s.preview??Z`<span>${c("inbox.typing")}</span>`}`;let l=t.id===e.openId?null:e.drafts.of(t.id);if(l)return Z`<span class="draft">${c("inbox.draft")}</span> ${l}`;let i=n.at(-1);if(i)return c("inbox.you",{text:R(i.content)??""});let o=t.last_message;if(!o)return c("inbox.no_message");let r=j(o.text,o.media_type,o.sender.kind)??c("thread.recalled");return o.note?Z`<span class="quiet">${c("inbox.note")}</span> ${r}`:"visitor"===o.sender.kind?r:o.sender.id===e.agent.id?c("inbox.you",{text:r}):c("inbox.by",{name:o.sender.name??e.agentName(o.sender.id)??"",text:r})}(e,t)}</span>
${S(t)&&t.id!==e.openId?Z`<span class="pill pill-mention" role="img" aria-label=${c("inbox.mentioned")} title=${c("inbox.mentioned")}>@</span>`:ne}
${a>0?Z`<span class="pill"><span aria-hidden="true">${a>99?"99+":a}</span
><span class="hidden">${u("inbox.unread",a)}</span></span>`:ne}
<span class="row-facts">${function(e,t,n){if(t.labels.length>0){let n=t.labels.length-2;return Z`${t.labels.slice(0,2).map(t=>Z`<span class="row-label"><i class="label-dot series-${e.labels.colour(t)}"></i>${t}</span>`)}${n>0?Z`<span>+${n}</span>`:ne}`}if("closed"===t.state)return c("inbox.state_closed");if("snoozed"===t.state){let e=t.snoozed_until?Y(t.snoozed_until,n):c("thread.snooze_reply");return Z`${m("alarm-clock",12)} <span title=${c("inbox.state_snoozed")}>${e}</span>`}return t.agent_id?ne:c("inbox.unassigned")}(e,t,n.now)}</span>
<span class="row-who">
${l?Z`<span class="writing-colleague">${w}</span>`:ne}
${s?.name?Z`${b(s,"tiny")}<span class="hidden">${c("inbox.assigned_to",{name:s.name})}</span>`:ne}
</span>
</a>`}(e,n,{now:k,index:t.index,count:y,focus:_===n.id,open:e.openId===n.id})}
${a||i.value===n.id||l.value||e.selection.size?Z`<button class="row-check" role="checkbox" tabindex="-1" aria-checked=${a} aria-label=${c("inbox.choose_one",{name:f(n.contact)})}>
<i>${m("check",14)}</i>
</button>`:ne}
${i.value===n.id?function(e,t){let n=f(e.contact),a=(e,t,a)=>Z`<button class="icon-button" tabindex="-1" data-deed=${e} aria-label=${`${c(a)} · ${n}`} title=${c(a)}>${m(t,16)}</button>`;return"closed"===e.state?Z`<span class="row-tools">${a("reopen","rotate-ccw","thread.reopen")}</span>`:Z`<span class="row-tools">
${e.agent_id===t?ne:a("take","user-plus","inbox.key_take")} ${a("snooze","alarm-clock","thread.snooze")}
${a("close","check","thread.close")}
</span>`}(n,e.agent.id):ne}
</div>`})}
</div>
</div>`},emptyWords:()=>{let n=e.list.page;return n.failed&&!n.loaded?Z`<p class="list-note" role="alert">
${c("inbox.list_failed")} <button class="text-button" @click=${e.retryList}>${c("common.retry")}</button>
</p>`:n.loaded?null!==e.list.label?Z`<p class="list-note">${c("inbox.empty_label",{name:e.list.label})}</p>`:0===e.book.counts?.all?Z`<h3 class="lone-head">${c("inbox.group_us")} <span class="count">0</span></h3>${t.phone.value?Ut(e):o()}`:Z`<p class="list-note">${c(`inbox.empty_${e.list.view}`)}</p>`:o()}}}({desk:e,ui:t,laid:l,stretch:s,here:a,choosing:_,pointed:A}),{bulk:J,header:X}=function({desk:e,viewsMenu:t,sortMenu:n,filterMenu:a,showView:s,countOf:l,again:i,all:o,choosing:r,chooseAll:d,endChoosing:p}){return{bulk:()=>{let t=e.selection.size;if(0===t&&!r.value)return ne;let n=e.list.view,a=(e,n,a,s,l)=>Z`<button class="bulk-deed" ?disabled=${0===t} aria-haspopup=${l?"menu":ne} @click=${s}>
${m(e,18)}<span>${c(n)} <kbd class="no-phone" aria-hidden="true">${a}</kbd></span>
</button>`;return Z`<div class="bulk" role="toolbar" aria-label=${c("inbox.bulk")}>
<p>
<b role="status">${u("inbox.chosen",t)}</b>
<button class="text-button" @click=${d}>${(()=>{let e=o();return null===e?c("inbox.choose_every"):e>200?c("inbox.choose_first",{count:200}):c("inbox.choose_all",{count:e})})()}</button>
<button class="text-button" @click=${p}>${c("inbox.choose_none")}</button>
</p>
<div>
${a("user-plus","inbox.bulk_assign","A",t=>Ue(e,t.currentTarget),!0)}
${a("tag","inbox.bulk_label","T",t=>We(e,t.currentTarget),!0)}
${"closed"===n?a("rotate-ccw","thread.reopen","E",()=>Ve(e,e.selection.ids,"reopen"),!1):Z`${a("alarm-clock","thread.snooze","Z",t=>Ke(e,t.currentTarget),!0)}
${a("check","thread.close","E",()=>Ve(e,e.selection.ids,"close"),!1)}`}
</div>
</div>`},header:()=>{let o=e.list.view,r=Ft.includes(o)?Ft:[...Ft,o];return Z`<header class="list-head">
<h2>
<button class="title-button" aria-haspopup="menu" aria-expanded="false" @click=${t}>
${c("rail.inbox")}${m("chevron-down",18)}
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
${m("arrow-up-down",18)}
</button>
<button class="icon-button" aria-haspopup="dialog" aria-expanded="false" aria-label=${c("inbox.filter")} title=${c("inbox.filter")} @click=${a}>
${m("list-filter",18)}
</button>
</span>
</h2>
<div class="pills" role="group" aria-label=${c("inbox.views")}>
${r.map(e=>Z`<button class="view-pill" aria-pressed=${e===o} @click=${()=>s(e)}>
${c(`inbox.view_${e}`)} <span class="count">${l(e)}</span>
</button>`)}
</div>
${null===e.list.label?ne:Z`<p class="list-filter">
<span class="chip"><i class="chip-dot series-${e.labels.colour(e.list.label)}"></i>${e.list.label}</span>
<button class="text-button" @click=${()=>i({label:null})}>${c("inbox.filter_off")}</button>
</p>`}
</header>`}}}({desk:e,viewsMenu:F,sortMenu:V,filterMenu:U,showView:p,countOf:P,again:H,all:E,choosing:_,chooseAll:q,endChoosing:z});return{step:h,bulk:()=>(e.ticks.list.value,J()),choose(t){let n=a.focused??e.openId??e.list.shown[0]?.id;n&&(t?e.selection.range(n,I()):e.selection.toggle(n))},chooseAll:q,nextTo:C,get aimed(){return k()},arrived(t){i.add(t),e.touch("list")},endChoosing:()=>!(!_.value&&0===e.selection.size||(z(),0)),prefetchAfter:t=>{let n=e.list.shown.findIndex(e=>e.id===t);if(!(n<0)){a.lastAt=n;for(let t of e.list.shown.slice(n+1,n+1+2))e.threads.prefetch(t.id)}},rest:D,focusRow:y,showView:p,get focused(){return a.focused},focusOpen(){e.list.shown.some(t=>t.id===e.openId)?y(e.openId??""):document.getElementById("thread-title")?.focus()},attach(e){a.scroller=e,e.addEventListener("scroll",o,{passive:!0}),e.addEventListener("click",L),e.addEventListener("pointerover",O),e.addEventListener("pointerenter",T),e.addEventListener("pointerleave",D),new ResizeObserver(o).observe(e)},header:()=>(e.ticks.list.value,X()),body:()=>(e.ticks.list.value,e.list.shown.length?K():Q()),...Kt({desk:e,unseen:r,order:I,here:a,focusRow:y,laid:l,stretch:s})}}var Qt=new Set(["hidden","edited","recalled","contact_changed"]),Yt=e=>{let t=new Date(e);return`${t.getFullYear()}-${t.getMonth()}-${t.getDate()}`};function Zt(e,t){return e.note||"visitor"===e.sender.kind?null:e.sequence<=t.read?"read":e.sequence<=t.received?"delivered":"sent"}var Jt=e=>e.note?"note":"visitor"===e.sender.kind?"customer":"own",Xt=null,Gt=class extends HTMLElement{static observedAttributes=["src"];audio=null;connectedCallback(){this.draw()}disconnectedCallback(){this.audio?.pause()}attributeChangedCallback(){this.audio?.pause(),this.audio=null,this.draw()}get duration(){return Number(this.getAttribute("duration"))||(this.audio&&Number.isFinite(this.audio.duration)?1e3*this.audio.duration:0)}press=async()=>{if(this.audio&&!this.audio.paused)return this.audio.pause();if(Xt?.pause(),!this.audio){let e=new Audio(this.getAttribute("src")??"");for(let t of["play","pause","timeupdate","ended","error"])e.addEventListener(t,()=>e===this.audio&&this.draw());this.audio=e}Xt=this.audio,await this.audio.play().catch(()=>{})};draw(){if(!this.isConnected)return;let{audio:e,duration:t}=this,n=e&&!e.ended?1e3*e.currentTime:0,a=!(!e||e.paused),s=a?c("thread.file_pause"):c("thread.file_play",{time:t?st(t):c("common.kind_voice")});se(Z`<button class="sound-button" type="button" aria-label=${s} title=${s} @click=${this.press}>${m(a?"pause":"play",16)}</button
><progress max=${t||1} .value=${Math.min(n,t||1)} aria-hidden="true"></progress
><span class="sound-time">${e?.error?c("thread.file_gone"):t||n?st(n||t):""}</span>`,this)}};customElements.define("desk-sound",Gt);var en=(e,t)=>Z`<a href=${e} target="_blank" rel="noopener noreferrer nofollow">${t}</a>`;function tn(e){return"string"==typeof e?e:"code"===e.type?Z`<code>${e.text}</code>`:"mention"===e.type?Z`<strong class="mention">${e.text}</strong>`:"link"===e.type?en(e.url,e.parts.map(tn)):"b"===e.type?Z`<strong>${e.parts.map(tn)}</strong>`:Z`<em>${e.parts.map(tn)}</em>`}var nn=(e,t,n=[])=>("visitor"===t?C(e):L(e,{mentions:n})).map(e=>{if("code"===e.type)return Z`<pre><code>${e.text}</code></pre>`;if("text"===e.type)return Z`<span>${e.parts.map(tn)}</span>`;let t=e.items.map(e=>Z`<li>${e.map(tn)}</li>`);return e.ordered?Z`<ol start=${e.start}>${t}</ol>`:Z`<ul>${t}</ul>`}),an=new Intl.NumberFormat(r,{maximumFractionDigits:1}),sn=e=>e<1e6?`${an.format(Math.max(1,Math.round(e/1e3)))} KB`:`${an.format(e/1e6)} MB`;function ln({width:e=1,height:t=1},n=0){let a=Math.min(1,320/e,280/t);return{width:Math.max(n,Math.round(e*a)),height:Math.max(n/2,Math.round(t*a))}}var on=({width:e,height:t})=>`width:${e}px;height:${t}px`,rn=(e,t)=>e.text?Z`<div class="file-caption">${nn(e.text,t)}</div>`:ne;function dn(e){let[t,n]=function(e){let t=e.search(/\.\w{1,8}$/);return t>0?[e.slice(0,t),e.slice(t)]:[e,""]}(e);return Z`<span class="file-name"><span class="file-stem">${t}</span>${n}</span>`}var cn={sending:"clock",sent:"check",delivered:"check-check",read:"check-check"},un=e=>Z`<span class="state state-${e}">${m(cn[e],14)}${c(`thread.state_${e}`)}</span>`,pn=(e,t,n)=>t.parcel?((e,t)=>Z`<div class="stamp stamp-own">
<span class="failed">${m("circle-alert",14)} ${d(`thread.file_failed_${t.code}`)?c(`thread.file_failed_${t.code}`):c("thread.state_failed")}</span>
<button class="text-button" @click=${()=>e.files.retry(t.client_message_id)}>${c("thread.retry")}</button>
<button class="text-button quiet" @click=${()=>e.files.cancel(t.client_message_id)}>${c("thread.delete")}</button>
</div>`)(e,t.parcel):((e,t,n)=>Z`<div class="stamp stamp-own">
<span class="failed" title=${d(`thread.refused_${t.code}`)?c(`thread.refused_${t.code}`):ne}
>${m("circle-alert",14)} ${c("thread.state_failed")}</span
>
<button class="text-button" @click=${()=>e.client.retry(t.client_message_id)}>${c("thread.retry")}</button>
${"text"===t.content.kind?Z`<button class="text-button" @click=${()=>n(t)}>${c("thread.edit")}</button>`:ne}
<button class="text-button quiet" @click=${()=>e.client.discard(t.client_message_id)}>${c("thread.delete")}</button>
</div>`)(e,t.item,n.edit);function hn(e,t,n){if(null===t.text)return Z`<em class="recalled">${c("thread.recalled")}</em>`;let{content:a}=t;if("card"===a?.kind)return function(e){let t=e.title??("order"===e.type?`${e.number} · ${e.status}`:null);return Z`<div class="card">
${e.picture?Z`<img class="card-picture" src=${e.picture} alt="" />`:ne}
${t?Z`<strong>${e.url?en(e.url,t):t}</strong>`:ne}
${e.text?Z`<span>${e.text}</span>`:ne} ${e.price?Z`<span>${e.price}</span>`:ne}
${(e.lines??[]).map(e=>Z`<span class="card-line"><span>${e.label}</span><span>${e.value}</span></span>`)}
${(e.items??[]).map(e=>Z`<span>${e.url?en(e.url,e.title):e.title}</span>`)}
${(e.fields??[]).map(e=>Z`<span class="card-line"><span>${e.label}</span></span>`)}
${(e=>e?.length?Z`<div class="card-buttons">${e.map(e=>Z`<span class="chip">${e.label}</span>`)}</div>`:ne)(e.buttons)}
</div>`}(a.card);if(t.parcel)return function(e,t){let{client_message_id:n,blob:a,name:s,sent:l,state:i}=t,o=a.type.startsWith("image/")&&t.width,r=Math.floor(l/a.size*100),d="failed"===i?ne:Z`<span class="file-way">
<span class="file-way-words"
><span>${"waiting"===i?c("thread.file_waits"):c("thread.file_sending",{percent:r})}</span
><span>${"waiting"===i?sn(a.size):c("thread.file_sent",{sent:sn(l),all:sn(a.size)})}</span></span
><progress max=${a.size} .value=${l} aria-label=${s}></progress>
</span>`,u="failed"===i?ne:Z`<button class="file-stop" type="button" aria-label=${c("thread.file_cancel")} title=${c("thread.file_cancel")} @click=${()=>e.files.cancel(n)}>${m("x",16)}</button>`;if(o){let n=ln(t,168);return Z`<div class="file-picture" .style=${on(n)}><img src=${e.files.addressOf(t)} alt=${c("thread.file_picture_of",{name:s})} width=${n.width} height=${n.height} />${d}${u}</div>`}let p=t.duration_ms?`${T(a.type)??""} ${st(t.duration_ms)}`:s;return Z`<div class="file-paper">${m("file",22)}<span class="file-words">${dn(p)}${d}</span>${u}</div>`}(e,t.parcel);if("file"===a?.kind)return function(e,t){let n=`/files/v1/${encodeURIComponent(String(e.file_id))}`,{media_type:a="",name:s=""}=e;if(a.startsWith("image/")&&e.width){let a=ln(e);return Z`<button class="file-picture" type="button" .style=${on(a)} aria-label=${c("thread.file_open",{name:s})} @click=${()=>function({url:e,name:t}){let n=document.createElement("dialog");n.className="viewer",n.setAttribute("aria-label",t);let a=()=>n.close();se(Z`<div class="viewer-head">
<span class="viewer-name">${t}</span>
<a class="icon-button" href=${e} download=${t} aria-label=${c("thread.file_save",{name:t})} title=${c("thread.file_save",{name:t})}>${m("download",20)}</a>
<button class="icon-button" type="button" autofocus aria-label=${c("common.close")} title=${c("common.close")} @click=${a}>${m("x",20)}</button>
</div>
<div class="viewer-stage" @click=${e=>e.target===e.currentTarget&&a()}><img src=${e} alt=${t} /></div>`,n),n.addEventListener("close",()=>n.remove()),document.body.append(n),n.showModal()}({url:n,name:s})}>
<img src="${n}/thumbnail" alt=${c("thread.file_picture_of",{name:s})} width=${a.width} height=${a.height} loading="lazy" decoding="async" />
</button>${rn(e,t)}`}return a.startsWith("audio/")?Z`<desk-sound src=${n} duration=${e.duration_ms??ne}></desk-sound>${rn(e,t)}`:a.startsWith("video/")?Z`<video class="file-film" src=${n} controls preload="metadata" aria-label=${s}></video>${rn(e,t)}`:Z`<a class="file-paper" href=${n} download=${s} aria-label=${c("thread.file_save",{name:s})}>
${m("file",22)}<span class="file-words">${dn(s)}<span class="file-size">${sn(e.byte_size??0)}</span></span>${m("download",16)}
</a>${rn(e,t)}`}(a,t.sender.kind);let s=(a?.mentions??[]).map(t=>e.agentName(t)??"").filter(Boolean);return Z`${a?.quote?function(e,t,n){let a=e.thread?.entries.find(e=>"message"===e.type&&e.message_id===t),s=a?.sender.name??(a?c(`thread.sender_${a.sender.kind}`):""),l=a?R(a.content,a.sender.kind)??c("thread.recalled"):c("thread.quote_above");return Z`<button class="quote" ?disabled=${!a} @click=${()=>n(t)}><span class="quote-name">${s}</span><span class="quote-text">${l}</span></button>`}(e,a.quote,n.reach):ne}${nn(t.text,t.sender.kind,s)}`}var mn=lt({locale:r,onWords:()=>{},onEnd:()=>{}}),fn=e=>Math.max(0,(e?.hold_until??0)-Date.now()),gn=(e,t)=>Z`<div class="stamp stamp-own">
<button class="text-button held" @click=${()=>t.item&&e.takeBack(t.item.client_message_id)}>
<svg class="hold-ring" viewBox="0 0 16 16" width="14" height="14" aria-hidden="true" .style=${`animation-duration:${fn(t.item)}ms`}>
<circle cx="8" cy="8" r="6" pathLength="1"></circle></svg
>${c("thread.undo")}
</button>
</div>`;function bn(e,t){let{id:n,content:a,text:s}=t,l=e.openId;if(!n||null===s||!l)return ne;let i=t.sender.name??c(`thread.sender_${t.sender.kind}`),o=()=>{e.compose.setQuote(l,{message_id:n,name:i,text:R(a,t.sender.kind)??s}),document.getElementById("composer-text")?.focus()},r=()=>{let i=a?.quote??null;e.compose.setChange(l,{message_id:n,note:"note"===t.tone,text:s,was:s,quote:i}),requestAnimationFrame(()=>document.getElementById("composer-text")?.focus())},d=t.mine&&"text"===a?.kind;return Z`<button
class="icon-button turn-tools"
aria-haspopup="menu"
aria-expanded="false"
aria-label=${c("thread.message_actions")}
title=${c("thread.message_actions")}
@click=${a=>x(a.currentTarget,c("thread.message_actions"),[{items:[..."note"===t.tone?[]:[{label:c("thread.quote"),mark:m("undo-2"),run:o}],...mn.canSpeak?[{label:c("thread.aloud"),mark:m("volume-2"),run(){mn.hush(),mn.speak(s)}}]:[],{label:c("common.copy"),mark:m("copy"),run:()=>navigator.clipboard?.writeText(s).catch(()=>{})},...d?[{label:c("thread.edit"),mark:m("pencil-line"),run:r}]:[],...t.mine?[{label:c("thread.recall"),mark:m("rotate-ccw"),run:()=>e.recall(l,n)}]:[]]}])}
>
${m("chevron-down",16)}
</button>`}function $n({at:e,desk:t,atEnd:n,inSight:a,watchLinks:s,settle:l,markRead:i,onScroll:o}){return{around:{before(){e.held=e.settled&&e.shown===t.openId&&!n.peek()?a():null},after(){if(!e.scroller||"ready"!==t.thread?.phase)return;s(e.scroller),e.settled?e.held?.node.isConnected?e.scroller.scrollTop+=e.held.node.getBoundingClientRect().top-e.held.top:n.value&&(e.scroller.scrollTop=e.scroller.scrollHeight,i()):queueMicrotask(l),n.peek()&&t.thread.trim(400);let a=e.first&&(t.thread.entries[0]?.sequence??0)>e.first;e.first=t.thread.entries[0]?.sequence??0,a&&o()}}}}function vn(e,t,n){let a={scroller:null,shown:null,first:0,settled:!1,resting:!1,held:null,places:new Map,nextPlace:0},s=B(!0),l=B(0),i=function(){let e=null,t=null,n=!1,a=[],s=0,l=0,i=(n,i)=>{s=Math.max(0,n),l=Math.min(a.length,Math.max(i,s)),e=s<l?a[s].key:null,t=l<a.length?a[l-1].key:null},o=()=>i(a.length-20,a.length);return{reset(){[e,t,n,a,s,l]=[null,null,!1,[],0,0]},cut(r,d){let c=l-s;if(a=r,!n)return 0===a.length?a:(n=!0,(()=>{let e=a.findIndex(e=>"new"===e.type);e<0||e>=a.length-20?o():i(e-2,e-2+20)})(),a.slice(s,l));let u=null===t?a.length-1:a.findIndex(e=>e.key===t),p=null===e?0:a.findIndex(t=>t.key===e);return u<0?o():p<0?i(u+1-Math.max(c,20),u+1):u+1-p<=160?i(p,u+1):d?i(u+1-160+40,u+1):i(p,p+160),a.slice(s,l)},up(){if(0===s)return!1;let e=Math.max(0,s-40);return i(e,Math.min(l,e+160)),!0},down(){if(l===a.length)return!1;let e=Math.min(a.length,l+40);return i(Math.max(s,e-160),e),!0},toEnd:()=>l!==a.length&&(o(),!0),reach(e){let t=a.findIndex(t=>"bubble"===t.type&&t.id===e);return!(t<0||((t<s||t>=l)&&i(t-10,t+10),0))},get ends(){return l===a.length}}}(),o=B(0),r=function(e){let t=new IntersectionObserver(n=>{for(let{isIntersecting:a,target:s}of n){if(!a)continue;t.unobserve(s);let{of:n,url:l}=s.dataset;n&&l&&e.links.look(n,l)}});return n=>{if(e.links.enabled)for(let e of n.getElementsByClassName("link-ask"))t.observe(e)}}(e),d={edit:n,reach:e=>h(e)},p=()=>t.sees("inbox")&&"visible"===document.visibilityState&&document.hasFocus(),{reach:h,onScroll:f,toEnd:b,markRead:$,inSight:v}=function({desk:e,atEnd:t,looking:n,at:a,stretch:s,below:l,moved:i}){let o=()=>{e.openId&&t.value&&n()&&e.read()};return{reach:e=>{s.reach(e)&&(i.value+=1,a.scroller?.querySelector(`[data-message="${CSS.escape(e)}"]`)?.scrollIntoView({block:"center"}))},onScroll:()=>{if(!a.scroller||!a.settled||a.resting)return;let n=a.scroller.scrollHeight-a.scroller.scrollTop-a.scroller.clientHeight,r=s.ends&&n<48;r!==t.value&&(t.value=r),r&&(l.value=0,o()),a.scroller.scrollTop<400?s.up()?i.value+=1:e.thread?.older():n<400&&s.down()&&(i.value+=1)},toEnd:()=>{t.value=!0,s.toEnd()&&(i.value+=1),a.scroller?.scrollTo(0,a.scroller.scrollHeight)},markRead:o,inSight:()=>{if(!a.scroller)return null;let e=a.scroller.getBoundingClientRect().top;for(let t of a.scroller.firstElementChild?.children??[]){let{top:n,bottom:a}=t.getBoundingClientRect();if(a>e&&t.matches(".turn, .line"))return{node:t,top:n}}return null}}}({desk:e,atEnd:s,looking:p,at:a,stretch:i,below:l,moved:o}),{settle:k,begin:y,pieces:x}=function({at:e,desk:t,stretch:n,below:a,atEnd:s,onScroll:l}){return{settle:()=>{if(!e.scroller||e.settled||"ready"!==t.thread?.phase)return;e.scroller.scrollTop=e.scroller.scrollHeight;let a=e.scroller.querySelector(".fresh");a&&a.offsetTop<e.scroller.scrollTop&&(e.scroller.scrollTop=a.offsetTop-16),e.settled=!0,e.resting=!0;let i=e.scroller.scrollHeight-e.scroller.scrollTop-e.scroller.clientHeight;s.value=n.ends&&i<48,requestAnimationFrame(()=>setTimeout(()=>{e.resting=!1,l()}))},begin:()=>{e.shown=t.openId,n.reset(),e.places.clear(),e.nextPlace=0,e.first=0,e.settled=!1,a.value=0,s.value=!0},pieces:(a,l)=>{let i=n.cut(function({entries:e,items:t,parcels:n=[],me:a,name:s,theirs:l,seen:i}){let o=function(e){let t=new Map;for(let n of e){if("entry"!==n.type)continue;let e=n.message_id??"";"edited"===n.kind&&!t.get(e)?.recalled&&t.set(e,{content:n.content??null,recalled:!1}),"recalled"===n.kind&&t.set(e,{content:null,recalled:!0})}return t}(e),r=(e=>({open:null,day:"",marked:null===e}))(i),{turnDay:d,pieces:c,add:u}=function({here:e}){let t=[];return{turnDay:n=>{Yt(n)!==e.day&&(e.day=Yt(n),e.open=null,t.push({type:"day",key:`day:${e.day}`,at:n}))},pieces:t,add:n=>{let a=null!==e.open&&e.open.tone===n.tone&&"note"!==n.tone&&e.open.sender.kind===n.sender.kind&&e.open.sender.id===n.sender.id&&"failed"!==e.open.state&&Date.parse(n.at)-Date.parse(e.open.at)<3e5;a&&e.open&&(e.open.last=!1),e.open={...n,type:"bubble",first:!a,last:!0},t.push(e.open)}}}({here:r});for(let t of e){let e=t.sent_at??t.at??"";if("entry"===t.type&&Qt.has(t.kind))continue;d(e);let n="message"===t.type&&"agent"===t.sender.kind&&t.sender.id===a;if(!r.marked&&t.sequence>i&&!n&&(r.marked=!0,c.some(e=>"day"!==e.type)&&(r.open=null,c.push({type:"new",key:"new"}))),"entry"===t.type){r.open=null,c.push({type:"line",key:`e:${t.sequence}`,entry:t,at:e});continue}let s=o.get(t.message_id),p=s?s.content:t.content;u({key:t.client_message_id?`${t.sender.id}:${t.client_message_id}`:t.message_id,tone:Jt(t),sender:t.sender,at:e,text:p?p.text??"":null,edited:!(!t.edited_at&&!s)&&null!==p,mine:n,state:Zt(t,l),item:null,sequence:t.sequence,id:t.message_id,content:p})}let p=new Set(e.map(e=>e.sender?.id===a&&e.client_message_id));for(let e of t)p.has(e.client_message_id)||(d(e.created_at),u({key:`${a}:${e.client_message_id}`,tone:e.note?"note":"own",sender:{kind:"agent",id:a,name:s},at:e.created_at,text:e.content?.text??"",edited:!1,mine:!0,state:"failed"===e.state?"failed":"sending",item:e,sequence:0,id:null,content:e.content}));for(let e of n){if(p.has(e.client_message_id))continue;let t=new Date(e.created_at).toISOString();d(t),u({key:`${a}:${e.client_message_id}`,tone:e.note?"note":"own",sender:{kind:"agent",id:a,name:s},at:t,text:"",edited:!1,mine:!0,state:"failed"===e.state?"failed":"sending",item:null,sequence:0,id:null,content:{kind:"file",name:e.name},parcel:e})}return c}({entries:a.entries,items:t.unsentOf(l),parcels:t.files.of(l),me:t.agent.id,name:t.agent.name,theirs:t.row?.theirs??{received:0,read:0},seen:t.seen}),s.peek());return e.places=new Map(i.map(t=>[t.key,e.places.get(t.key)??e.nextPlace++])),i}}}({at:a,desk:e,stretch:i,below:l,atEnd:s,onScroll:f});return{toEnd:b,markRead:$,attach(t){a.scroller=t,t.addEventListener("scroll",f,{passive:!0}),new ResizeObserver(()=>s.value&&b()).observe(t),e.readingWhen(()=>s.peek()&&p()),addEventListener("focus",$),document.addEventListener("visibilitychange",()=>p()?$():e.away()),addEventListener("blur",()=>e.away()),e.client.on("outbox",({item:t,change:n})=>"queued"===n&&t.conversation_id===e.openId&&b()),e.onHeard(e=>{"message"===e.type&&"visitor"===e.sender.kind&&!s.value&&(l.value+=1)})},...$n({at:a,desk:e,atEnd:s,inSight:v,watchLinks:r,settle:k,markRead:$,onScroll:f}),view:()=>{e.ticks.thread.value,o.value;let n=e.thread;if(a.shown!==e.openId&&y(),!e.openId)return e.ticks.list.value,Ut(e);if(!n)return Z`<div class="thread-wait" role="alert"><p>${c("thread.missing")}</p></div>`;if("loading"===n.phase||"empty"===n.phase)return Z`<div class="thread-wait" aria-busy="true"><span class="hidden">${c("common.loading")}</span></div>`;if("ready"!==n.phase&&0===n.entries.length)return Z`<div class="thread-wait" role="alert">
<p>${c("thread.failed")}</p>
<button class="button" @click=${e.retryThread}>${c("common.retry")}</button>
</div>`;let s=t.now.value;return Z`<div class="entries">
${n.history?Z`<div class="history"><span>${c("thread.history")}</span></div>`:ne}
${Vt(x(n,e.openId),e=>a.places.get(e.key),t=>function(e,t,n,a){switch(t.type){case"day":return Z`<div class="day"><span>${J(t.at,n)}</span></div>`;case"new":return Z`<div class="fresh"><span>${c("thread.fresh")}</span></div>`;case"line":return Z`<div class="line">
<time datetime=${t.at} title=${te(t.at)}>${H(t.at)}</time> ${function(e,t){let n=(s=t.by)&&"system"!==s.kind?s.id===e.agent.id?c("common.you"):s.name??e.agentName(s.id)??c(`thread.sender_${s.kind}`):c("thread.system"),a=t.agent_id===e.agent.id?c("common.you"):t.agent_name??e.agentName(t.agent_id??"")??"";var s;switch(t.kind){case"assigned":return t.by?.id===t.agent_id?c("thread.line_took",{by:n}):c("thread.line_assigned",{by:n,agent:a});case"unassigned":return c("thread.line_unassigned",{by:n});case"transferred":return c(t.note?"thread.line_transferred_note":"thread.line_transferred",{by:n,agent:a,note:t.note??""});case"state":return c(`thread.line_state_${t.state}`,{by:n});case"rated":return c(t.comment?"thread.line_rated_comment":"thread.line_rated",{score:t.score??0,comment:t.comment??""});case"labels":return t.labels?.length?c("thread.line_labels",{by:n,labels:t.labels.join(c("common.list_comma"))}):c("thread.line_labels_none",{by:n});default:return c("thread.line_other")}}(e,t.entry)}
</div>`;default:return function(e,t,n){if("note"===t.tone)return function(e,t,n){return Z`<div class="turn turn-own">
${bn(t,e)}
<div data-message=${e.id??ne} class="note ${"failed"===e.state?"bubble-failed":""}">
<div class="note-head">
${m("lock",14)}<strong>${c("thread.note_by",{name:e.sender.name??""})}</strong
><span class="note-who">${c("thread.note_private")}</span
><time datetime=${e.at} title=${te(e.at)}>${H(e.at)}</time>
</div>
<div class="note-text">${hn(t,e,n)}</div>
</div>
${"failed"===e.state?pn(t,e,n):fn(e.item)?gn(t,e):"sending"===e.state?Z`<div class="stamp stamp-own">${un("sending")}</div>`:ne}
</div>`}(t,e,n);let a="own"===t.tone,s=`${t.first?"":"joins"} ${t.last?"":"goes-on"} ${"failed"===t.state?"bubble-failed":""}`;return Z`<div class="turn ${a?"turn-own":"turn-customer"} ${t.first?"":"turn-joined"}">
${a?ne:Z`<span class="turn-face">${t.last&&e.row?g(e.row.contact):ne}</span>`}
<div class="turn-body">
<span class="hidden">${c("thread.says",{name:t.mine?c("common.you"):t.sender.name??c(`thread.sender_${t.sender.kind}`)})}</span>
${bn(e,t)}
<div data-message=${t.id??ne} class="bubble ${a?"bubble-own":"bubble-customer"} ${(({content:e,parcel:t})=>{let n=t?t.width?t.blob.type:"":"file"===e?.kind?e.media_type??"":"";return n.startsWith("image/")&&!(!t&&!e?.width)||n.startsWith("video/")&&!t})(t)?"bubble-pictured":""} ${s}">${hn(e,t,n)}</div>
${function(e,t){let{id:n,text:a,content:s}=t;if(!e.links.enabled||!n||!a||"text"!==s?.kind)return ne;let l=q(a);if(!l)return ne;let i=e.links.get(n,l);return i?Z`<a class="link-card" href=${l} target="_blank" rel="noopener noreferrer nofollow">
<span class="link-site">${i.site}</span><b>${i.title}</b>${i.text?Z`<span class="link-text">${i.text}</span>`:ne}
</a>`:e.links.isKnown(n,l)?ne:Z`<i class="link-ask" data-of=${n} data-url=${l}></i>`}(e,t)}
${"failed"===t.state?pn(e,t,n):fn(t.item)?gn(e,t):t.last?((e,t)=>Z`<div class="stamp ${t?"stamp-own":""}">
${t&&!e.mine?Z`<span>${e.sender.name??c(`thread.sender_${e.sender.kind}`)}</span>`:ne}
<time datetime=${e.at} title=${te(e.at)}>${H(e.at)}</time>${e.edited?Z`<span>${c("thread.edited")}</span>`:ne}${e.state?un(e.state):ne}
</div>`)(t,a):ne}
</div>
</div>`}(e,t,a)}}(e,t,s,d))}
${function(e,t){let n=e.presence.writing(t).find(e=>"visitor"===e.member.kind);return n&&e.row?Z`<div class="turn turn-customer">
<span class="turn-face">${g(e.row.contact)}</span>
<div class="turn-body">
${n.preview?Z`<div class="bubble bubble-unsent">${n.preview}</div>
<div class="stamp">${m("pencil-line",14)} ${c("thread.writing")}</div>`:Z`<div class="bubble bubble-customer bubble-dots">${w}<span class="hidden">${c("thread.writing")}</span></div>`}
</div>
</div>`:ne}(e,e.openId)}
</div>`},jump:()=>s.value||!e.openId?ne:Z`<button class="jump" @click=${b}>
${m("arrow-down",16)}<span>${l.value?u("thread.below",l.value):c("thread.to_end")}</span>
</button>`}}h({"check-check":X`<path d="M18 6 7 17l-5-5"/><path d="m22 10-7.5 7.5L13 16"/>`,"badge-check":X`<path d="M3.85 8.62a4 4 0 0 1 4.78-4.77 4 4 0 0 1 6.74 0 4 4 0 0 1 4.78 4.78 4 4 0 0 1 0 6.74 4 4 0 0 1-4.77 4.78 4 4 0 0 1-6.75 0 4 4 0 0 1-4.78-4.77 4 4 0 0 1 0-6.76Z"/><path d="m16 9-5.5 5.5L8 12"/>`,globe:X`<circle cx="12" cy="12" r="10"/><path d="M12 2a14.5 14.5 0 0 0 0 20 14.5 14.5 0 0 0 0-20"/><path d="M2 12h20"/>`,"arrow-up":X`<path d="m5 12 7-7 7 7"/><path d="M12 19V5"/>`,"arrow-down":X`<path d="M12 5v14"/><path d="m19 12-7 7-7-7"/>`,"panel-right":X`<rect width="18" height="18" x="3" y="3" rx="2"/><path d="M15 3v18"/>`,mail:X`<path d="m22 7-8.991 5.727a2 2 0 0 1-2.009 0L2 7"/><rect x="2" y="4" width="20" height="16" rx="2"/>`,phone:X`<path d="M13.832 16.568a1 1 0 0 0 1.213-.303l.355-.465A2 2 0 0 1 17 15h3a2 2 0 0 1 2 2v3a2 2 0 0 1-2 2A18 18 0 0 1 2 4a2 2 0 0 1 2-2h3a2 2 0 0 1 2 2v3a2 2 0 0 1-.8 1.6l-.468.351a1 1 0 0 0-.292 1.233 14 14 0 0 0 6.392 6.384"/>`,"id-card":X`<path d="M13 19a4 4 0 00-8 0"/><path d="M16 10h2"/><path d="M16 14h2"/><circle cx="9" cy="12" r="3"/><rect x="2" y="5" width="20" height="14" rx="2"/>`,"pencil-line":X`<path d="M13 21h8"/><path d="m15 5 4 4"/><path d="M21.174 6.812a1 1 0 0 0-3.986-3.987L3.842 16.174a2 2 0 0 0-.5.83l-1.321 4.352a.5.5 0 0 0 .623.622l4.353-1.32a2 2 0 0 0 .83-.497z"/>`,"wifi-off":X`<path d="M12 20h.01"/><path d="M8.5 16.429a5 5 0 0 1 7 0"/><path d="M5 12.859a10 10 0 0 1 5.17-2.69"/><path d="M19 12.859a10 10 0 0 0-2.007-1.523"/><path d="M2 8.82a15 15 0 0 1 4.177-2.643"/><path d="M22 8.82a15 15 0 0 0-11.288-3.764"/><path d="m2 2 20 20"/>`,"cloud-off":X`<path d="M10.94 5.274A7 7 0 0 1 15.71 10h1.79a4.5 4.5 0 0 1 4.222 6.057"/><path d="M18.796 18.81A4.5 4.5 0 0 1 17.5 19H9A7 7 0 0 1 5.79 5.78"/><path d="m2 2 20 20"/>`,circle:X`<circle cx="12" cy="12" r="10"/>`,"rotate-ccw":X`<path d="M3 12a9 9 0 1 0 9-9 9.75 9.75 0 0 0-6.74 2.74L3 8"/><path d="M3 3v5h5"/>`,"user-plus":X`<path d="M16 21v-2a4 4 0 0 0-4-4H6a4 4 0 0 0-4 4v2"/><circle cx="9" cy="7" r="4"/><line x1="19" x2="19" y1="8" y2="14"/><line x1="22" x2="16" y1="11" y2="11"/>`,"monitor-smartphone":X`<path d="M18 8V6a2 2 0 0 0-2-2H4a2 2 0 0 0-2 2v7a2 2 0 0 0 2 2h8"/><path d="M10 19v-3.96 3.15"/><path d="M7 19h5"/><rect width="6" height="10" x="16" y="12" rx="2"/>`,star:X`<path d="M11.525 2.295a.53.53 0 0 1 .95 0l2.31 4.679a2.123 2.123 0 0 0 1.595 1.16l5.166.756a.53.53 0 0 1 .294.904l-3.736 3.638a2.123 2.123 0 0 0-.611 1.878l.882 5.14a.53.53 0 0 1-.771.56l-4.618-2.428a2.122 2.122 0 0 0-1.973 0L6.396 21.01a.53.53 0 0 1-.77-.56l.881-5.139a2.122 2.122 0 0 0-.611-1.879L2.16 9.795a.53.53 0 0 1 .294-.906l5.165-.755a2.122 2.122 0 0 0 1.597-1.16z"/>`,"undo-2":X`<path d="M9 14 4 9l5-5"/><path d="M4 9h10.5a5.5 5.5 0 0 1 5.5 5.5a5.5 5.5 0 0 1-5.5 5.5H11"/>`,"alarm-clock":X`<circle cx="12" cy="13" r="8"/><path d="M12 9v4l2 2"/><path d="M5 3 2 6"/><path d="m22 6-3-3"/><path d="M6.38 18.7 4 21"/><path d="M17.64 18.67 20 21"/>`,play:X`<path d="M5 5a2 2 0 0 1 3.008-1.728l11.997 6.998a2 2 0 0 1 .003 3.458l-12 7A2 2 0 0 1 5 19z"/>`,pause:X`<rect x="14" y="3" width="5" height="18" rx="1"/><rect x="5" y="3" width="5" height="18" rx="1"/>`,paperclip:X`<path d="m16 6-8.414 8.586a2 2 0 0 0 2.829 2.829l8.414-8.586a4 4 0 1 0-5.657-5.657l-8.379 8.551a6 6 0 1 0 8.485 8.485l8.379-8.551"/>`,file:X`<path d="M6 22a2 2 0 0 1-2-2V4a2 2 0 0 1 2-2h8a2.4 2.4 0 0 1 1.704.706l3.588 3.588A2.4 2.4 0 0 1 20 8v12a2 2 0 0 1-2 2z"/><path d="M14 2v5a1 1 0 0 0 1 1h5"/>`,"audio-lines":X`<path d="M2 10v3"/><path d="M6 6v11"/><path d="M10 3v18"/><path d="M14 8v7"/><path d="M18 5v13"/><path d="M22 10v3"/>`,mic:X`<path d="M12 19v3"/><path d="M19 10v2a7 7 0 0 1-14 0v-2"/><rect x="9" y="2" width="6" height="13" rx="3"/>`,"volume-2":X`<path d="M11 4.702a.705.705 0 0 0-1.203-.498L6.413 7.587A1.4 1.4 0 0 1 5.416 8H3a1 1 0 0 0-1 1v6a1 1 0 0 0 1 1h2.416a1.4 1.4 0 0 1 .997.413l3.383 3.384A.705.705 0 0 0 11 19.298z"/><path d="M16 9a5 5 0 0 1 0 6"/><path d="M19.364 18.364a9 9 0 0 0 0-12.728"/>`,"arrow-up-down":X`<path d="m21 16-4 4-4-4"/><path d="M17 20V4"/><path d="m3 8 4-4 4 4"/><path d="M7 4v16"/>`,smile:X`<circle cx="12" cy="12" r="10"/><path d="M8 14s1.5 2 4 2 4-2 4-2"/><line x1="9" x2="9.01" y1="9" y2="9"/><line x1="15" x2="15.01" y1="9" y2="9"/>`,"square-slash":X`<rect width="18" height="18" x="3" y="3" rx="2"/><line x1="9" x2="15" y1="15" y2="9"/>`,bold:X`<path d="M6 12h9a4 4 0 0 1 0 8H7a1 1 0 0 1-1-1V5a1 1 0 0 1 1-1h7a4 4 0 0 1 0 8"/>`,list:X`<path d="M3 5h.01"/><path d="M3 12h.01"/><path d="M3 19h.01"/><path d="M8 5h13"/><path d="M8 12h13"/><path d="M8 19h13"/>`,link:X`<path d="M10 13a5 5 0 0 0 7.54.54l3-3a5 5 0 0 0-7.07-7.07l-1.72 1.71"/><path d="M14 11a5 5 0 0 0-7.54-.54l-3 3a5 5 0 0 0 7.07 7.07l1.71-1.71"/>`,"map-pin":X`<path d="M20 10c0 4.993-5.539 10.193-7.399 11.799a1 1 0 0 1-1.202 0C9.539 20.193 4 14.993 4 10a8 8 0 0 1 16 0"/><circle cx="12" cy="10" r="3"/>`,"list-checks":X`<path d="M13 5h8"/><path d="M13 12h8"/><path d="M13 19h8"/><path d="m3 17 2 2 4-4"/><path d="m3 7 2 2 4-4"/>`});var wn=e=>e?`/inbox/${encodeURIComponent(e)}`:"/inbox";function kn({app:{desk:e,ui:t,shell:n,storage:a},place:s,panes:{list:l,composer:i,thread:o},open:r}){let h=()=>{"inbox"===history.state?.from?history.back():r(null)},g=s("thread-scroll");l.attach(s("list-scroll")),function(e,t,n){let a=Number(n?.getItem(At))||Ot,s=document.createElement("div");s.className="list-edge no-phone",s.tabIndex=0,s.setAttribute("role","separator"),s.setAttribute("aria-orientation","vertical"),s.setAttribute("aria-label",c("inbox.edge")),s.setAttribute("aria-valuemin",String(Lt)),s.setAttribute("aria-valuemax",String(Tt)),t.append(s);let l=t=>{a=Math.round(Math.max(Lt,Math.min(Tt,.45*innerWidth,t))),e.style.setProperty("--list",`${a}px`),s.setAttribute("aria-valuenow",String(a))},i=()=>{try{n?.setItem(At,String(a))}catch{}};s.addEventListener("keydown",e=>{let t={ArrowLeft:a-20,ArrowRight:a+20,Home:Lt,End:Tt}[e.key];void 0!==t&&(e.preventDefault(),l(t),i())}),s.addEventListener("dblclick",()=>{l(Ot),i()}),s.addEventListener("pointerdown",e=>{e.preventDefault(),s.setPointerCapture(e.pointerId);let t=e.clientX-a,n=e=>l(e.clientX-t);s.addEventListener("pointermove",n),s.addEventListener("lostpointercapture",()=>(s.removeEventListener("pointermove",n),i()),{once:!0})}),l(a)}(s("list").parentElement,s("list"),a),o.attach(g);for(let e of["pointerdown","blur"])g.addEventListener(e,()=>g.toggleAttribute("data-pressed","pointerdown"===e));for(let e of["dragover","drop"])s("thread").addEventListener(e,e=>i.onFiles(e));p(s("list-top"),l.header),p(s("list-pill"),l.pill),p(s("list-bulk"),l.bulk),p(s("list-first"),function(e,t){let n=B(null);return()=>{e.ticks.frame.value;let{shown:a,demo:s,work:l,removeDemo:i}=e.firstSteps;return Z`${s&&!a?Z`<p class="demo-line">
${m("info")}<span>${c("inbox.demo_there")}</span
><button class="text-button" aria-busy=${"removing"===l} @click=${i}>${c("removing"===l?"inbox.demo_removing":"inbox.demo_remove")}</button>
</p>`:ne}
${a?(()=>{let{steps:a,left:s,demo:l,work:i,removeDemo:o}=e.firstSteps,r="removing"===i,d=n.value??(!t.phone.value&&0===e.book.counts?.all);return Z`<section class="first-steps" aria-labelledby="first-steps-title">
<header>
${((e,t)=>Z`<span class="steps-ring" aria-hidden="true"
><svg viewBox="0 0 36 36" width="36" height="36"><circle cx="18" cy="18" r="15" /><circle class="steps-ring-done" cx="18" cy="18" r="15" stroke-dasharray="${jt*e/t} ${jt}" /></svg><b>${e}/${t}</b></span
>`)(a.length-s,a.length)}
<div>
<h2 id="first-steps-title">${u("inbox.steps_left",s)}</h2>
<button class="text-button quiet" aria-expanded=${d} aria-controls="first-steps-list" @click=${()=>n.value=!d}>
${c(d?"inbox.steps_fold":"inbox.steps_unfold")}
</button>
${l?Z` · <button class="text-button quiet" aria-busy=${r} @click=${o}>${c(r?"inbox.demo_removing":"inbox.demo_remove_all")}</button>`:ne}
</div>
<button class="icon-button" aria-label=${c("inbox.steps_dismiss")} title=${c("inbox.steps_dismiss")} @click=${e.firstSteps.dismiss}>${m("x")}</button>
</header>
<ul id="first-steps-list" ?hidden=${!d}>
${a.map(Rt)}
</ul>
</section>`})():ne}`}}(e,t)),p(s("list-line"),function({desk:e,notices:t,availability:n}){let a=(e,t,n)=>Z`<div class="list-notice" role="status">
${m(e,18)}<span>${t}</span><span class="list-notice-steps">${n}</span>
</div>`;return()=>(e.ticks.frame.value,"owner"!==e.agent.role&&"admin"!==e.agent.role||!_(e.agents)?t.hint.value?a("volume-2",c("notify.blocked"),Z`<button class="text-button" @click=${()=>t.bell.wake()}>${c("notify.unblock")}</button>`):t.offer.value?a("bell",c("notify.offer"),Z`<button class="text-button" @click=${t.allow}>${c("notify.allow")}</button
><button class="text-button quiet" @click=${t.notNow}>${c("notify.not_now")}</button>`):ne:a("users",c("notify.nobody_online"),Z`<button class="text-button" @click=${()=>n.choose("online")}>${c("notify.go_online")}</button>`))}({desk:e,notices:n.notices,availability:n.availability})),p(s("list-scroll"),l.body),p(s("thread-banner"),function(e){let t=B(!1),n=null;return()=>{e.ticks.frame.value;let{phase:a,code:s,paused:l}=e.client.status,i="connecting"===a||"waiting"===a;i?null===n&&(n=setTimeout(()=>t.value=!0,3e3)):(clearTimeout(n),n=null,t.peek()&&queueMicrotask(()=>t.value=!1));let o=(e,t,n)=>Z`<div class="banner" role="status">${m(t)}<span>${c(e)}</span>${n}</div>`;if("ended"===a&&s){let t=d(`inbox.ended_${s}`)?`inbox.ended_${s}`:"inbox.ended",n=Z`<button class="text-button" @click=${()=>e.client.start()}>${c("inbox.connect_here")}</button>`;return o(t,"wifi-off","blocked"===s?ne:n)}return i&&t.value?o("inbox.connecting","wifi-off"):l?o("inbox.paused","cloud-off"):ne}}(e)),p(s("thread-top"),()=>(e.ticks.thread.value,e.openId?function(e,t,n){let a=e.row,s="closed"===a?.state,l=a?.agent_id?{id:a.agent_id,name:e.agentName(a.agent_id)??"?"}:null,i=l?c("inbox.assigned_to",{name:l.name}):c("inbox.unassigned"),o=a?[Ae(a.channel),s?c("inbox.state_closed"):a.waiting_since?Qe(a.waiting_since,t.now.value):c("thread.not_waiting")]:[];return Z`<header class="thread-head">
<button class="icon-button only-phone" aria-label=${c("common.back")} @click=${n}>${m("chevron-left",24)}</button>
<div class="thread-who">
<h2 id="thread-title" tabindex="-1">
<span class="name">${a?f(a.contact):""}</span>${a&&$(a.contact)?v(!0):ne}
</h2>
<p>${a?Z`<span class="no-phone">${Le(a.channel)} </span>${o.join(" · ")}`:Z`&nbsp;`}</p>
</div>
${a?Z`<span class="no-phone">${function(e,t){let n=Ye(e,t);return n?Z`<span class="company" role="status">
${b(n,"small")}
<span
>${c(n.writing?"thread.company_writing":"thread.company_here",{name:n.name})}${n.more>0?` +${n.more}`:""}</span
>
${n.writing?w:ne}
</span>`:ne}(e,a.id)}</span>`:ne}
${a?Z`<button
class="assign-button no-phone"
id="assign"
aria-haspopup="menu"
aria-expanded="false"
aria-label=${c("thread.assign_now",{who:i})}
title=${`${i} · A`}
@click=${t=>Ue(e,t.currentTarget,[a.id])}
>
${l?b(l,"small"):m("user-plus",18)}${m("chevron-down",14)}
</button>
${s?ne:Z`<button
class="icon-button"
id="snooze"
aria-haspopup="menu"
aria-expanded="false"
aria-label=${c("thread.snooze")}
title=${`${c("thread.snooze")} · Z`}
@click=${t=>Ke(e,t.currentTarget,[a.id])}
>
${m("alarm-clock",t.phone.value?24:18)}
</button>`}
${s?Z`<button class="button no-phone" @click=${()=>e.reopen(a.id)}>
${m("rotate-ccw")}<span>${c("thread.reopen")}</span>
</button>`:Z`<button class="button no-phone" aria-keyshortcuts="e" @click=${()=>e.close(a.id)}>
${m("check")}<span>${c("thread.close")}</span><kbd aria-hidden="true">E</kbd>
</button>`}
<button
class="icon-button only-phone"
aria-label=${c(s?"thread.reopen":"thread.close")}
@click=${()=>s?e.reopen(a.id):e.close(a.id)}
>
${m(s?"rotate-ccw":"check",24)}
</button>
<button
class="icon-button"
id="details-toggle"
aria-label=${c("thread.details")}
title=${`${c("thread.details")} · I`}
aria-expanded=${t.details.open?"true":"false"}
@click=${()=>t.details.toggle()}
>
<span class="no-phone">${m("panel-right",18)}</span><span class="only-phone">${m("info",24)}</span>
</button>`:ne}
</header>`}(e,t,h):null)),p(g,o.view,o.around),p(s("thread-jump"),o.jump),p(s("thread-bottom"),()=>(e.ticks.thread.value,e.ticks.composer.value,i.view()),{after:i.grow}),p(s("details"),()=>Ct(e,t,e=>r(e)))}le("inbox",function(e){let t=function(e){let{me:t,client:n,csrf:a,storage:s,steady:l,schedule:i}=e,o=ze(e.desk,{me:t,storage:s,saving:l.saving,now:Date.now,after:(e,t)=>setTimeout(e,t),painted:e=>i(()=>setTimeout(e)),files:e=>function({load:e,client:t,csrf:n,parts:a,owner:s,storage:l,t:i,changed:o,failed:r}){let d={loading:null,parcels:null},{addresses:c,ready:u,keep:p}=function({at:e,storage:t,load:n,parts:a,owner:s,client:l,csrf:i,changed:o}){let r=new Map,d=()=>{try{e.parcels.list().length?t?.setItem(Ce,"1"):t?.removeItem(Ce)}catch{}};return{addresses:r,ready:()=>(e.loading??=n().then(t=>(e.parcels=t.createParcels({...a,random:Math.random,makeId:t.createIdMaker({now:a.clock.now}),owner:s,send:e=>l.send(e),call:(e,t,n)=>fetch(t,{...n,method:e,credentials:"same-origin",headers:{...n.headers,"x-csrf-token":i}}),onOnline:e=>(addEventListener("online",e),()=>removeEventListener("online",e)),onChange(e,t){if("sent"===t||"gone"===t){let t=r.get(e.client_message_id);r.delete(e.client_message_id),t&&a.clock.after(()=>URL.revokeObjectURL(t),1e4)}d(),o(e.conversation_id)}}),l.on("outbox",({item:t,change:n})=>"queued"!==n&&e.parcels.kept(t.client_message_id)),t)),e.loading.catch(()=>{e.loading=null}),e.loading),keep:d}}({at:d,storage:l,load:e,parts:a,owner:s,client:t,csrf:n,changed:o}),h=e=>d.parcels.add({note:!1,...e});return{of:e=>d.parcels?d.parcels.list().filter(t=>t.conversation_id===e):[],addressOf(e){let t=e.client_message_id;return c.has(t)||c.set(t,URL.createObjectURL(e.blob)),c.get(t)},get count(){return d.parcels?d.parcels.list().length:0},async take(e,t,n){let a=[...e],s=a.slice(0,10);a.length>10&&r({code:"too_many_files"});try{let{prepare:e,renamed:a}=await u();for(let l of s){if(!l.size){r({code:"empty_file"});continue}let{blob:s,width:o,height:d,ending:c}=await e(l),u=!l.name||/^image\.\w+$/.test(l.name)?`${i("thread.file_pasted")}.${c??(l.type.split("/")[1]||"bin")}`:a(l.name,c);await h({blob:s,name:u,conversation_id:t,note:n,width:o,height:d})}}catch{r({code:"unreachable"})}},async record(e,t){try{let{record:n}=await u();return await n({clock:a.clock,onTick:e,onFull:t})}catch{return r({code:"no_microphone"}),null}},say:({ending:e,...t},n,a)=>h({...t,name:`${i("common.kind_voice")}.${e}`,conversation_id:n,note:a}),cancel:e=>d.parcels?.cancel(e),retry:e=>d.parcels?.retry(e),restore(){l?.getItem(Ce)&&u().then(()=>d.parcels.restore().then(p),()=>{})},async forget(){!d.parcels&&!l?.getItem(Ce)||(await u(),await d.parcels.restore(),d.parcels.clear(),p())}}}({...e,load:()=>import(new URL("im-files.js",import.meta.url).href),client:n,csrf:a,parts:{clock:V(),tabs:P("servicedesk:files"),store:Q("servicedesk-files")},owner:()=>`agent:${t.agent.id}`,storage:s,t:c})});return Object.defineProperties({},{...Object.getOwnPropertyDescriptors(e),desk:{value:o}})}(e),{desk:n,ui:a,client:s}=t,l=function({me:e,ui:t}){let n=document.createElement("main");return n.id="inbox",n.className="room",n.dataset.pane="list",se(Z`<h1 class="hidden" tabindex="-1">${c("rail.inbox")} · ${e.shop.name}</h1>
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
<section class="details" aria-label=${c("thread.details")}></section>`,n),n}(t),i=e=>l.querySelector(`.${e}`),d=function({app:e,panes:t}){let{desk:n,ui:a,shell:s}=e;return(l,i)=>{let{composer:r,list:d}=t();if(r.flush(),n.show(l),a.tab.value="reply",!i){let t=()=>{o({from:"inbox"},wn(l)),e.moved()};a.narrow.value?t():(t=>{e.schedule(()=>setTimeout(()=>a.sees("inbox")&&t()))})(t)}a.narrow.value&&a.details.set(!1),l&&s.visited(l),l&&setTimeout(()=>l===n.openId&&d.prefetchAfter(l),400),l&&a.phone.value&&requestAnimationFrame(()=>document.getElementById("thread-title")?.focus())}}({app:t,panes:()=>u}),u=function(e,t){let{desk:n,ui:a,client:s,shell:l}=e,i=Wt(n,a,e=>t(e)),o=function(e,t,n){let a={saving:null,complaint:null,saved:!1,tools:!1,dictated:null,voice:null},{field:s,put:l,grow:i,insert:o,mark:d}=function(){let e=()=>document.getElementById("composer-text"),t=t=>{let n=e();n&&(n.focus(),n.value=t.text,n.setSelectionRange(t.start,t.end),n.dispatchEvent(new Event("input",{bubbles:!0})))};return{field:e,put:t,grow:()=>{if(ct)return;let t=e();if(!t)return;let n=.4*(t.closest(".thread")?.clientHeight??innerHeight),a=t.closest(".composer");a.style.setProperty("min-height",`${a.offsetHeight}px`),t.style.setProperty("height","auto"),t.style.setProperty("height",`${Math.min(t.scrollHeight,n)}px`),a.style.removeProperty("min-height")},insert:n=>{let a=e();a&&t({text:a.value.slice(0,a.selectionStart)+n+a.value.slice(a.selectionEnd),start:a.selectionStart+n.length,end:a.selectionStart+n.length})},mark:n=>()=>{let a=e();a&&t(n({text:a.value,start:a.selectionStart,end:a.selectionEnd}))}}}(),u=function(e,{field:t,note:n,put:a}){let s={ask:null,at:0,dismissed:-1},{options:l,offered:i,putCanned:o}=function({desk:e,field:t,put:n,at:a}){let s=t=>{let n=e.contact?.data,a={"contact.name":n?.name??e.row?.contact.name,"contact.email":n?.email,"agent.name":e.agent.name,"shop.name":e.shop.name,"page.title":n?.page?.title};return((e,t,n)=>e.replace(/\{\{\s*([a-z]+\.[a-z]+)\s*\}\}/g,(e,a)=>a in t?t[a]||n:e))(t.text,a,c("thread.canned_gap"))},l=(a,l)=>{let i=t();if(!i)return;let o=s(a),r=tt(i.value,l,o),d=o.indexOf(c("thread.canned_gap"));n(d<0?r:{...r,start:l.from+d,end:l.from+d+c("thread.canned_gap").length}),e.canned.used(a.id)},i=(e,a)=>{let s=t();s&&n(tt(s.value,a,e))},o=e=>({id:e.id,label:e.title,more:s(e).slice(0,120),hint:e.shortcut===e.title?void 0:`/${e.shortcut}`});return{options:()=>{let t=a.ask;if(!t)return[];if("canned"===t.kind)return e.canned.search(t.query).slice(0,8).map(e=>({...o(e),take:()=>l(e,t)}));if("emoji"===t.kind)return function(e,t){let n=e.toLowerCase(),a=/^[\x00-\x7f]*$/.test(n),s=t.split("|").flatMap((e,t)=>{let s=e.split(" "),l=a?s.some(e=>e.startsWith(n)):e.includes(n),i=s.filter(e=>!/^[\x00-\x7f]+$/.test(e)).join(" ")||e;return l?[{emoji:Ze[t],name:i,exact:s.includes(n)}]:[]});return[...s.filter(e=>e.exact),...s.filter(e=>!e.exact)].map(({emoji:e,name:t})=>({emoji:e,name:t}))}(t.query,c("thread.emoji_names")).slice(0,8).map(({emoji:e,name:n})=>({id:e,label:n,mark:e,take:()=>i(e,t)}));let n=t.query.toLowerCase();return e.agents.filter(t=>!1!==t.active&&t.id!==e.agent.id&&t.name.toLowerCase().includes(n)).slice(0,8).map(e=>({id:e.id,label:e.name,mark:b(e,"small"),take:()=>i(`@${e.name} `,t)}))},offered:o,putCanned:l}}({desk:e,field:t,put:a,at:s}),r=()=>{s.ask=null,e.touch("composer")};return{look(){let a=t(),l=a&&a.selectionStart===a.selectionEnd?function(e,t,n){let a=e.slice(Math.max(0,t-40-1),t),s=/(^|[\s，。！？、（]|[^\x00-\x7f])([/@:])([^\s/@:]*)$/u.exec(a);if(!s)return null;let[,l,i,o]=s,r=t-o.length-1;if("/"===i&&(""===l?r>0:!/\s/.test(l)))return null;if("/"===i)return{kind:"canned",query:o,from:r,to:t};if("@"===i)return n?{kind:"mention",query:o,from:r,to:t}:null;let d=[...o].some(e=>e>"⹿");return o.length<(d?1:2)||/^\d/.test(o)?null:{kind:"emoji",query:o,from:r,to:t}}(a.value,a.selectionStart,n()):null,i=l&&l.from!==s.dismissed?l:null;l||(s.dismissed=-1),(i||s.ask)&&("canned"===i?.kind&&e.canned.load(),i?.query!==s.ask?.query&&(s.at=0),s.ask=i,e.touch("composer"))},close:r,key(t){if(!s.ask||t.metaKey||t.ctrlKey||t.altKey)return!1;let n=l();if("Escape"===t.key)return s.dismissed=s.ask.from,r(),!0;if(0===n.length)return!1;if("ArrowDown"===t.key||"ArrowUp"===t.key)return s.at=(s.at+("ArrowDown"===t.key?1:-1)+n.length)%n.length,e.touch("composer"),!0;if("Enter"!==t.key&&"Tab"!==t.key)return!1;let a=n[s.at];return r(),a?.take(),!0},active:()=>s.ask&&l().length?`suggest-${s.at}`:"",get isOpen(){return null!==s.ask&&l().length>0},...at({at:s,options:l,desk:e,close:r}),async pickCanned(n){await e.canned.load();let a=t(),s={from:a?.selectionStart??0,to:a?.selectionEnd??0};Fe(n,{label:c("thread.canned"),placeholder:c("thread.canned_find"),nothing:c("thread.canned_none"),options:t=>e.canned.search(t).map(i),choose(t){let n=e.canned.all.find(e=>e.id===t.id);n&&setTimeout(()=>o(n,s))}})}}}(e,{field:s,put:l,note:()=>"note"===t.tab.value}),p=function({suggest:e,sendOn:t,send:n,ui:a,dismiss:s,put:l}){return i=>{if(i.isComposing||229===i.keyCode)return;if(e.key(i))return i.preventDefault(),void i.stopPropagation();let o=i.metaKey||i.ctrlKey;if("Enter"===i.key&&(o||"enter"===t()&&!i.shiftKey&&!i.altKey))return i.preventDefault(),void n(o&&i.shiftKey&&"reply"===a.tab.value);if("Escape"===i.key&&s())return i.preventDefault(),void i.stopPropagation();let r=((e,n)=>{let a=e.target,s={text:a.value,start:a.selectionStart,end:a.selectionEnd};if(e.altKey)return null;if(!n)return"Enter"!==e.key||e.shiftKey&&"enter"!==t()?null:function({text:e,start:t,end:n}){if(t!==n)return null;let a=e.lastIndexOf("\n",t-1)+1,s=e.slice(a,t),l=Ge.exec(s);if(!l)return null;if(s===l[0])return{text:e.slice(0,a)+e.slice(t),start:a,end:a};let i="\n"+("- "===l[0]?"- ":`${Number.parseInt(l[0],10)+1}. `);return{text:e.slice(0,t)+i+e.slice(t),start:t+i.length,end:t+i.length}}(s);let l=e.key.toLowerCase();return e.shiftKey?"Digit8"===e.code?et(s,!1):"Digit7"===e.code?et(s,!0):null:"b"===l?Je(s,"**"):"i"===l?Je(s,"*"):"e"===l?function(e){let t=e.text.slice(e.start,e.end);if(!t.includes("\n"))return Je(e,"`");let n=e.start>0&&"\n"!==e.text[e.start-1]?"\n```\n":"```\n";return{text:`${e.text.slice(0,e.start)}${n}${t}\n\`\`\`${e.text.slice(e.end)}`,start:e.start+n.length,end:e.end+n.length}}(s):"u"===l?Xe(s):null})(i,o);r&&(i.preventDefault(),l(r))}}({suggest:u,sendOn:n,send:(e,t)=>_(e,t),ui:t,dismiss:()=>M(),put:l}),{say:h,speech:f,dictate:g,voiceView:$}=function({at:e,desk:t,insert:n,isNote:a,field:s}){let l=lt({locale:r,onWords:a=>e.dictated===t.openId&&n(a),onEnd:()=>t.touch("composer")}),i=async n=>{let a=e.voice;if(e.voice=null,t.touch("composer"),requestAnimationFrame(()=>s()?.focus()),!a)return;if(!n)return a.recorder.cancel();let l=await a.recorder.finish();l.duration_ms>600&&t.files.say(l,a.id,a.note)};return{say:async()=>{let n=t.openId;if(!n||e.voice)return;let s={recorder:null,ms:0,id:n,note:a()};s.recorder=await t.files.record(e=>{s.ms=e,t.touch("composer")},()=>i(!0)),s.recorder&&(e.voice=s,t.touch("composer"),requestAnimationFrame(()=>document.getElementById("voice-send")?.focus()))},speech:l,dictate:()=>{e.dictated=t.openId,l.listen(),t.touch("composer")},voiceView:({ms:e})=>Z`<div
class="composer-voice"
@keydown=${e=>{"Escape"===e.key&&(e.stopPropagation(),i(!1))}}
>
<span class="voice-dot" aria-hidden="true"></span><span class="voice-time" role="timer">${c("thread.voice_recording",{time:st(e)})}</span>
<button class="button" type="button" @click=${()=>i(!1)}>${c("thread.voice_cancel")}</button>
<button class="button primary" type="button" id="voice-send" @click=${()=>i(!0)}>${c("thread.send")}</button>
</div>`}}({at:a,desk:e,insert:o,isNote:()=>k(),field:s}),{tray:v,take:w,isNote:k,attach:y,onFiles:x}=function({desk:e,ui:t,field:n}){let a=()=>{let n=e.openId?e.compose.change(e.openId):null;return n?n.note:"note"===t.tab.value},s=t=>e.openId&&e.files.take(t,e.openId,a()),l=function(e,t,n){let a=new Map,s=()=>`${e.openId} ${t()}`,l=()=>a.get(s())??[],i=({address:e})=>e&&URL.revokeObjectURL(e),o=t=>{t.length?a.set(s(),t):a.delete(s()),e.touch("composer")};return{get count(){return l().length},hold(e){let t=10-l().length;e.length>t&&n("too_many_files"),o([...l(),...e.slice(0,t).map(e=>({file:e,address:e.type.startsWith("image/")?URL.createObjectURL(e):null}))])},release(){let e=l();return e.forEach(i),o([]),e.map(e=>e.file)},view:()=>l().length?Z`<ul class="composer-tray" aria-label=${c("thread.tray")}>
${l().map(e=>Z`<li>
${e.address?Z`<img src=${e.address} alt="" />`:m("file",18)}
<span class="tray-name">${e.address?c("common.kind_picture"):e.file.name}</span>
<button
class="icon-button"
type="button"
aria-label=${c("thread.tray_remove",{name:e.address?c("common.kind_picture"):e.file.name})}
@click=${()=>{i(e),o(l().filter(t=>t!==e)),document.getElementById("composer-text")?.focus()}}
>
${m("x",16)}
</button>
</li>`)}
</ul>`:ne}}(e,a,t=>e.failed({code:t}));return{tray:l,take:s,isNote:a,attach:()=>{let e=document.createElement("input");Object.assign(e,{type:"file",multiple:!0,hidden:!0}),e.addEventListener("change",()=>{s(e.files??[]),e.remove(),n()?.focus()}),e.addEventListener("cancel",()=>e.remove()),document.body.append(e),e.click()},onFiles:t=>{if(!e.openId)return;if("clipboardData"in t){let e=function(e){let t=[...e?.files??[]];if(!e||!t.length)return[];let n=e.getData("text/plain").split("\n").filter(e=>e.trim()),a=new Set(t.map(e=>e.name));return n.every(e=>a.has((e=>{let t=e.trim().split(/[/\\]/).pop()??"";try{return decodeURIComponent(t)}catch{return t}})(e))||a.has(e.trim()))?t:[]}(t.clipboardData);if(!e.length)return;return t.preventDefault(),void l.hold(e)}let n=t.dataTransfer;n?.types.includes("Files")&&(t.preventDefault(),n.files.length&&s(n.files))}}}({desk:e,ui:t,field:s}),{send:_,dismiss:M,choose:S,save:I,onInput:E}=function({at:e,desk:t,ui:n,grow:a,suggest:s,field:l,tray:i,take:o}){let r=()=>{clearTimeout(e.saving),e.saving=null,t.drafts.flush(),e.saved=!0,t.touch("composer")};return{send:async(r=!1,d="")=>{let c=l(),u=t.openId;if(!c||!u||K(c.value)&&!i.count)return;if(t.compose.change(u))return await t.saveChange(u),void requestAnimationFrame(a);let p=i.release();p.length&&o(p);let h=K(c.value)?null:t.send(c.value,"note"===n.tab.value,{close:r});if(h)return e.complaint=h.code,void t.touch("composer");s.close(),d&&t.act(u,"snooze",{until:d}),c.value="","reply"===n.tab.value&&t.client.typing(u,!1),e.saved=!1,a(),n.phone.value||c.focus()},dismiss:()=>{let e=t.openId;return!(!e||!t.compose.change(e)&&!t.compose.quote(e)||(t.compose.setChange(e,null),t.compose.setQuote(e,null),requestAnimationFrame(a),0))},choose:t=>{n.tab.value=t,e.complaint=null,e.saved=!1,a(),l()?.focus()},save:r,onInput:l=>{let i=t.openId;if(!i)return;let o=l.target.value,d=n.tab.value;e.complaint=null,e.saved=!1;let c=t.compose.change(i);if(c)return t.compose.setChange(i,{...c,text:o}),void a();o.trim()||t.compose.setAnswered(i,null),t.drafts.set(i,d,o),"reply"===d&&t.client.typing(i,""!==o.trim()),clearTimeout(e.saving),e.saving=setTimeout(r,300),s.look(),a()}}}({at:a,desk:e,ui:t,grow:i,suggest:u,field:s,tray:v,take:w}),{toolbar:q,goView:z}=dt({at:a,attach:y,insert:o,suggest:u,mark:d,say:h,speech:f,dictate:g,send:_,tray:v,sendOn:n}),C=ut({ui:t,choose:S});return{attach:y,onFiles:x,field:s,grow:i,send:_,choose:S,flush:I,...pt({desk:e,ui:t,suggest:u,onFiles:x,send:_,tabButton:C,choose:S,dismiss:M,tray:v,onInput:E,onKey:p,at:a,voiceView:$,toolbar:q,hint:()=>{if(a.complaint)return Z`<span class="failed" role="alert">${c(`thread.not_taken_${a.complaint}`)}</span>`;let n=e.openId?e.compose.change(e.openId)?.text??e.drafts.get(e.openId,t.tab.value):"",s=(e.client.limits?.text_chars??8e3)-[...n].length;return s<500?Z`<span class=${s<0?"failed":""}>${s}</span>`:n&&a.saved?c("thread.draft_saved"):ne},goView:z})}}(n,a,()=>a.phone.value?"mod+enter":l.preferences.value.value.send_on),d=vn(n,a,e=>{let t=e.note?"note":"reply",a=String(e.conversation_id),l=n.drafts.get(a,t);n.drafts.set(a,t,[e.content.text,l].filter(Boolean).join("\n")),s.discard(e.client_message_id),o.choose(t)});return{list:i,composer:o,thread:d}}(t,d),{list:p,composer:h,thread:f}=u;kn({app:t,place:i,panes:u,open:d}),function({app:e,root:t,place:n}){let{desk:a,ui:s}=e,l=null;F(()=>{a.ticks.thread.value;let i="inbox"===s.room.value,o=!!a.openId&&s.details.open,r=o&&s.narrow.value,d="true"===t.dataset.drawer;t.dataset.pane=a.openId?"thread":"list",t.dataset.details=String(o),t.dataset.drawer=String(r);for(let e of["list","sheet"])n(e).inert=r;n("details").inert=!o,e.rail.inert=r&&i,i&&(document.body.dataset.alone=String(!!a.openId)),r&&!d?(l=document.activeElement,history.pushState({...history.state,drawer:!0},""),requestAnimationFrame(()=>document.getElementById("details-title")?.focus())):!r&&d&&(l?.focus(),history.state?.drawer&&history.back())})}({app:t,root:l,place:i}),t.shell.addActions("inbox",function({app:{desk:e,ui:t},root:n,place:a,panes:{list:s,composer:l},open:i}){let o=t=>0===e.selection.size&&(s.aimed?document.activeElement:document.getElementById(t))||a("list-bulk").querySelector(".bulk")||a("list-top").querySelector(".title-button"),r=()=>0===e.selection.size&&s.aimed?[s.aimed]:Ne(e);return oe({desk:e,ui:t,list:s,composer:l,open:i,back:()=>{if("true"===n.dataset.drawer)t.details.set(!1);else{if(s.endChoosing())return;if(document.activeElement?.closest(".composer"))s.focusOpen();else if(e.openId){let t=e.openId;i(null),requestAnimationFrame(()=>s.focusRow(t))}}},perform:(t,n)=>{let a=0===e.selection.size?s.aimed:null,l=a&&a!==e.openId&&s.nextTo(a),i=Ve(e,r(),t,n);return l&&requestAnimationFrame(()=>document.activeElement===document.body&&s.focusRow(l)),i},closeNext:()=>{let[t]=r(),n=s.nextTo(t);Ve(e,[t],"close"),i(n),n&&s.focusRow(n)},assign:()=>Ue(e,o("assign"),r()),snooze:()=>Ke(e,o("snooze"),r()),label:()=>We(e,o("labels"),r())})}({app:t,root:l,place:i,panes:u,open:d})),function({desk:e,ui:t,client:n,shell:a},s){n.on("gone",({conversation_id:t})=>t===e.openId&&s(null)),e.onHeard(e=>{if(!t.sees("inbox")||"message"!==e.type||"visitor"!==e.sender.kind||!e.content)return;let n=document.getElementById("announcer");n&&(n.textContent=R(e.content,"visitor"))}),F(()=>e.holdFor(1e3*a.preferences.value.value.undo_send_s));let l=()=>"visible"===document.visibilityState&&t.sees("inbox");document.addEventListener("visibilitychange",()=>l()&&e.firstSteps.looked()),setInterval(()=>l()&&t.details.open&&e.loadContact(!0),3e4)}(t,d),t.setInbox({open:d,arrived:e=>p.arrived(e),next:()=>{p.step(1),p.focused&&d(p.focused)},showView:e=>{a.phone.value&&d(null),p.showView(e)},flush:h.flush,desk:n});let g=!1,$=!1;return{root:l,title:()=>`${c("rail.inbox")} · ${t.me.shop.name}`,heading:()=>l.querySelector("h1"),address:()=>wn(n.openId),show({inner:e,url:t}){let l=t.searchParams.get("view");"mentions"===l&&(g?p.showView(l):n.list.show(l)),g?$||n.firstSteps.looked():n.start();let i=g&&$;g&&e===n.openId?i&&a.narrow.value&&a.details.set(!1):d(e,!0),g=!0,$=!0,s.view(n.openId),f.markRead()},hide(){$=!1,h.flush(),n.away(),s.view(null),p.rest(),a.narrow.value&&a.details.set(!1),t.rail.inert=!1}}});
